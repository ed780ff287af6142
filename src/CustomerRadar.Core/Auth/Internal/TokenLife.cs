using CustomerRadar.Core.Api;

namespace CustomerRadar.Core.Auth.Internal;

/// <summary>
/// How long a token may be used: the shortest of the documented 60 minutes, what is left until <c>expiration</c> and until the JWT's own
/// <c>exp</c> (they can differ), and the JWT's life from <c>iat</c> to <c>exp</c>, which no wrong clock can touch. Pure.
/// </summary>
internal static class TokenLife
{
    /// <summary>The life that Customer Radar documents.</summary>
    public static readonly TimeSpan Documented = TimeSpan.FromMinutes(60);

    // Less than this is left of a token that has just been made: a clock is wrong, and not by chance by an hour, as after a change to summer time.
    private static readonly TimeSpan Implausible = TimeSpan.FromMinutes(1);

    /// <summary>The life of a token that arrives at <paramref name="now"/>.</summary>
    /// <returns>
    /// The life, and whether a clock is wrong, here or there. Then the expiries say nothing, and the token is used for the life it should
    /// have: a log-in for each request would be the worse answer, and a 401 renews a token that ends earlier.
    /// </returns>
    public static (TimeSpan Life, bool ClockSkew) Of(Secret token, string? expiration, DateTimeOffset now)
    {
        var claims = TokenClaims.Read(token);
        var whole = Shorter(Documented, claims.Expires - claims.Issued is { } own && own > TimeSpan.Zero ? own : null);
        var left = Shorter(Shorter(whole, TokenClaims.Instant(expiration) - now), claims.Expires - now);
        return left > Shorter(Implausible, whole / 2) ? (left, false) : (whole, true);
    }

    /// <summary>Takes the safety margin off: a request must end while its token is valid. Of a short life a fifth.</summary>
    public static TimeSpan WithMargin(TimeSpan life, TimeSpan totalTimeout) => life - Shorter(totalTimeout + TimeSpan.FromSeconds(30), life / 5);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan? other) => other < one ? other.Value : one;
}
