using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CustomerRadar.Sandbox.Auth.Internal;

/// <summary>Signs and opens HS256 tokens under one key.</summary>
internal sealed class JsonWebToken(byte[] key)
{
    private static readonly string Header = Base64Url.EncodeToString("""{"typ":"JWT","alg":"HS256"}"""u8);

    public string Sign(TokenClaims claims)
    {
        var signed = $"{Header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{signed}.{Signature(signed)}";
    }

    /// <summary>The claims, or null when this key did not sign the text.</summary>
    public TokenClaims? Open(string token)
    {
        var end = token.LastIndexOf('.');
        if (end <= Header.Length || !token.StartsWith($"{Header}.", StringComparison.Ordinal))
            return null;
        if (!IsSigned(token[..end], token[(end + 1)..]))
            return null;
        return JsonSerializer.Deserialize<TokenClaims>(Base64Url.DecodeFromChars(token.AsSpan(Header.Length + 1, end - Header.Length - 1)));
    }

    private bool IsSigned(string signed, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Signature(signed)), Encoding.UTF8.GetBytes(signature));

    private string Signature(string signed) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
}
