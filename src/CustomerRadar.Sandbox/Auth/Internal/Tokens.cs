using System.Security.Cryptography;

namespace CustomerRadar.Sandbox.Auth.Internal;

/// <summary>
/// Issues tokens and tells which are still valid. Tokens are numbered and those below a mark are invalid, so that ending
/// tokens needs no list of them. Safe for many threads.
/// </summary>
internal sealed class Tokens(TimeSpan lifetime, TimeProvider time)
{
    private readonly JsonWebToken _format = new(RandomNumberGenerator.GetBytes(32));
    private readonly Lock _gate = new();
    private long _lastSerial;
    private long _firstValidSerial;

    public IssuedToken Issue(string userName, bool endOthers)
    {
        long serial;
        lock (_gate)
        {
            serial = ++_lastSerial;
            if (endOthers)
                _firstValidSerial = serial;
        }

        // Whole milliseconds: the answer, the claim and our own check agree to the digit.
        var expires = DateTimeOffset.FromUnixTimeMilliseconds((time.GetUtcNow() + lifetime).ToUnixTimeMilliseconds());
        var claims = new TokenClaims(expires.ToUnixTimeSeconds(), userName, serial, expires.ToUnixTimeMilliseconds());
        return new IssuedToken(_format.Sign(claims), expires);
    }

    public bool IsValid(string token)
    {
        if (_format.Open(token) is not { } claims || time.GetUtcNow().ToUnixTimeMilliseconds() >= claims.ExpiresMillisecond)
            return false;
        lock (_gate)
            return claims.Serial >= _firstValidSerial;
    }

    /// <summary>Ends every token issued so far.</summary>
    public void EndAll()
    {
        lock (_gate)
            _firstValidSerial = _lastSerial + 1;
    }
}
