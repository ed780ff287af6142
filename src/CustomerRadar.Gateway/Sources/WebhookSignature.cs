using System.Security.Cryptography;
using CustomerRadar.Core.Api;

namespace CustomerRadar.Gateway.Sources;

/// <summary>HMAC-SHA256 over the raw bytes of a delivery, in hexadecimal, in a header: what Cal.com and many others send.</summary>
/// <param name="Header">The header's name.</param>
/// <param name="Prefix">What stands before the digits, for example <c>sha256=</c>; mostly empty.</param>
/// <param name="Secret">The secret shared with the source.</param>
internal sealed record WebhookSignature(string Header, string Prefix, Secret Secret)
{
    /// <summary>Checks a delivery, in fixed time.</summary>
    /// <param name="body">The raw bytes, before anything has read them.</param>
    /// <param name="sent">The values of the header.</param>
    public SignatureCheck Check(ReadOnlySpan<byte> body, IReadOnlyList<string?> sent)
    {
        if (sent is not [{ Length: > 0 } text])
            return sent.Count > 1 ? SignatureCheck.Wrong : SignatureCheck.Missing;
        Span<byte> theirs = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)
            || Convert.FromHexString(text.AsSpan(Prefix.Length), theirs, out var read, out var written) != System.Buffers.OperationStatus.Done
            || read != text.Length - Prefix.Length
            || written != theirs.Length)
        {
            return SignatureCheck.Wrong;
        }

        Span<byte> ours = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Secret.Reveal()), body, ours);
        return CryptographicOperations.FixedTimeEquals(ours, theirs) ? SignatureCheck.Valid : SignatureCheck.Wrong;
    }
}
