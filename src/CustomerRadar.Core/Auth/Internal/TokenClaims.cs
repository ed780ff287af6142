using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CustomerRadar.Core.Api;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Auth.Internal;

/// <summary>What a JWT says of its own life; nothing for a token of another kind. Its signature is the API's business, not ours.</summary>
/// <param name="Issued"><c>iat</c>.</param>
/// <param name="Expires"><c>exp</c>.</param>
internal sealed record TokenClaims(DateTimeOffset? Issued, DateTimeOffset? Expires)
{
    private const double LastSecond = 253402300799;
    private static readonly TokenClaims None = new(null, null);

    public static TokenClaims Read(Secret token)
    {
        var parts = token.Reveal().Split('.');
        if (parts.Length != 3)
            return None;
        try
        {
            using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])))) { MaxDepth = 32 };
            return JToken.ReadFrom(reader) is JObject claims ? new TokenClaims(Instant(claims, "iat"), Instant(claims, "exp")) : None;
        }
        // The documentation's own example cannot be read either: then the token says nothing.
        catch (Exception problem) when (problem is FormatException or JsonException)
        {
            return None;
        }
    }

    /// <summary>Epoch seconds, with or without a fraction (<c>1517434473.269</c>); null for anything else.</summary>
    public static DateTimeOffset? Instant(string? epochSeconds) =>
        double.TryParse(epochSeconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < LastSecond
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;

    private static DateTimeOffset? Instant(JObject claims, string name) =>
        claims[name] is JValue { Value: { } value } ? Instant(Convert.ToString(value, CultureInfo.InvariantCulture)) : null;
}
