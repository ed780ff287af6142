using CustomerRadar.Core.Api;
using CustomerRadar.Core.Auth.Internal;

namespace CustomerRadar.Core.Auth;

/// <summary>Tries a connection out for the person who types it in: a log-in whose token is thrown away.</summary>
public sealed class LogInCheck
{
    private readonly LogIn _logIn;

    internal LogInCheck(LogIn logIn) => _logIn = logIn;

    /// <summary>Logs in. Never an exception for what the network or the API may do.</summary>
    public async Task<TokenResult> TryAsync(Connection connection, CancellationToken cancellationToken)
    {
        var granted = await _logIn.TryAsync(connection, cancellationToken);
        return granted.Failure ?? new TokenResult.Granted(new AccessToken(granted.Token!, Serial: 0));
    }
}
