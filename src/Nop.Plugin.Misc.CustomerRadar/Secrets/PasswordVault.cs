using System.Security.Cryptography;
using System.Text;

namespace Nop.Plugin.Misc.CustomerRadar.Secrets;

/// <summary>
/// Keeps the password in the settings table unreadable: AES-GCM under a key derived (HKDF) from the store's encryption key, which all
/// nodes share. The store's own encryption service is deterministic and unauthenticated, data protection keys are per machine.
/// </summary>
public static class PasswordVault
{
    private const string Version = "v1:";
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private static readonly byte[] Purpose = Encoding.UTF8.GetBytes("Misc.CustomerRadar/api-password/v1");

    /// <summary>Encrypts a password.</summary>
    /// <param name="password">The password.</param>
    /// <param name="storeKey">The store's <c>SecuritySettings.EncryptionKey</c>.</param>
    public static string Protect(string password, string storeKey)
    {
        var plain = Encoding.UTF8.GetBytes(password);
        var sealedBytes = new byte[NonceLength + TagLength + plain.Length];
        var (nonce, tag, cipher) = Parts(sealedBytes);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(Key(storeKey), TagLength);
        aes.Encrypt(nonce.Span, plain, cipher.Span, tag.Span, Purpose);
        return Version + Convert.ToBase64String(sealedBytes);
    }

    /// <summary>Decrypts a password; null when it was encrypted under another key, changed, or is not one of ours.</summary>
    public static string? TryReveal(string protectedPassword, string storeKey)
    {
        var sealedBytes = Decode(protectedPassword);
        if (sealedBytes is null)
            return null;

        var (nonce, tag, cipher) = Parts(sealedBytes);
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(Key(storeKey), TagLength);
        try
        {
            aes.Decrypt(nonce.Span, cipher.Span, tag.Span, plain, Purpose);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.UTF8.GetString(plain);
    }

    private static byte[]? Decode(string protectedPassword)
    {
        if (!protectedPassword.StartsWith(Version, StringComparison.Ordinal))
            return null;
        var text = protectedPassword[Version.Length..];
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= NonceLength + TagLength ? bytes[..length] : null;
    }

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Cipher) Parts(byte[] sealedBytes) =>
        (sealedBytes.AsMemory(0, NonceLength),
            sealedBytes.AsMemory(NonceLength, TagLength),
            sealedBytes.AsMemory(NonceLength + TagLength));

    private static byte[] Key(string storeKey) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(storeKey), outputLength: 32, info: Purpose);
}
