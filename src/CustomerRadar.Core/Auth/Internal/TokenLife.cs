using System.Globalization;
using System.Text;
using CustomerRadar.Core.Api;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Auth.Internal;

/// <summary>How long a token may be used: the shortest of the documented 60 minutes, <c>expiration</c> and the JWT's own <c>exp</c>, which can differ. Pure.</summary>
internal static class TokenLife
{
    /// <summary>The life that Customer Radar documents.</summary>
    public static readonly TimeSpan Documented = TimeSpan.FromMinutes(60);

    /// <summary>The life from <paramref name="now"/>. A life that is over on receipt means that a clock is wrong, here or there: then the documented one counts, and a 401 corrects it.</summary>
    public static (TimeSpan Life, bool ClockSkew) Of(Secret token, string? expiration, DateTimeOffset now)
    {
        TimeSpan?[] told = [Until(expiration, now), Until(JwtExpiry(token), now)];
        var shortest = told.Where(life => life is not null).Append(Documented).Min()!.Value;
        return shortest > TimeSpan.Zero ? (shortest, false) : (Documented, true);
    }

    /// <summary>Takes the safety margin off: a request must end while its token is valid. Of a short life (tests, a changed API) a fifth.</summary>
    public static TimeSpan WithMargin(TimeSpan life, TimeSpan totalTimeout)
    {
        var margin = totalTimeout + TimeSpan.FromSeconds(30);
        return life - (margin < life / 5 ? margin : life / 5);
    }

    private static TimeSpan? Until(string? epochSeconds, DateTimeOffset now) =>
        double.TryParse(epochSeconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 253402300799
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) - now
            : null;

    private static string? JwtExpiry(Secret token)
    {
        var parts = token.Reveal().Split('.');
        if (parts.Length != 3)
            return null;
        try
        {
            var base64 = parts[1].Replace('-', '+').Replace('_', '/');
            var json = Encoding.UTF8.GetString(Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '=')));
            return JObject.Parse(json)["exp"] is JValue { Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
        }
        // Not a JWT that can be read (the documentation's own example is not): then it says nothing.
        catch (Exception problem) when (problem is FormatException or JsonException)
        {
            return null;
        }
    }
}
