using CustomerRadar.Core.Api;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Auth.Internal;

/// <summary>One log-in: the call, and what its answer means.</summary>
internal sealed partial class LogIn(CustomerRadarClient client, IOptions<ApiOptions> options, TimeProvider time, ILogger<LogIn> log)
{
    public async Task<GrantedToken> TryAsync(Connection connection, CancellationToken cancellationToken)
    {
        // Before the request leaves: the life of a token begins somewhere on the way.
        var askedAt = time.GetTimestamp();
        var answer = await client.LogInAsync(connection, cancellationToken);
        if (answer is not { Result: CallResult.Answered { Status: >= 200 and < 300 }, Token: { } token })
        {
            var failure = LogInFailure.Of(answer);
            var what = failure is TokenResult.Refused ? "refused" : "not answered";
            LogNoToken(connection.Key, answer.Result is CallResult.Answered { Status: var status } ? $"{what} (status {status})" : what);
            return new GrantedToken(null, default, askedAt, failure);
        }

        var (life, clockSkew) = TokenLife.Of(token, answer.Expiration, time.GetUtcNow());
        if (clockSkew)
            LogClockSkew(connection.Key);
        var useful = TokenLife.WithMargin(life, options.Value.TotalTimeout);
        LogGranted(connection.Key, (long)useful.TotalSeconds);
        return new GrantedToken(token, useful, askedAt, null);
    }

    [LoggerMessage(1100, LogLevel.Warning, "The log-in of connection {Connection} gave no token: {What}")]
    private partial void LogNoToken(ConnectionKey connection, string what);

    [LoggerMessage(1101, LogLevel.Warning, "The token of connection {Connection} had expired when it arrived: the clock of this machine or of Customer Radar is wrong. It is used for its documented life")]
    private partial void LogClockSkew(ConnectionKey connection);

    [LoggerMessage(1102, LogLevel.Debug, "Connection {Connection} has a new token, to be used for {Seconds} s")]
    private partial void LogGranted(ConnectionKey connection, long seconds);
}
