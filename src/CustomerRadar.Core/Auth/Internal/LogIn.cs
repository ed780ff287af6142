using CustomerRadar.Core.Api;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Auth.Internal;

/// <summary>One log-in: the call, and what its answer means.</summary>
internal sealed partial class LogIn(CustomerRadarClient client, IOptions<ApiOptions> options, TimeProvider time, ILogger<LogIn> log)
{
    public async Task<GrantedToken> TryAsync(Connection connection, CancellationToken cancellationToken)
    {
        var askedAt = time.GetTimestamp();
        var answer = await client.LogInAsync(connection, cancellationToken);
        if (answer is not { Result: CallResult.Answered { Status: >= 200 and < 300 }, Token: { } token })
        {
            var failure = Failure(answer.Result);
            LogNoToken(log, connection.Key, failure is TokenResult.Refused ? "refused" : "unavailable");
            return new GrantedToken(null, default, askedAt, failure);
        }

        var (life, clockSkew) = TokenLife.Of(token, answer.Expiration, time.GetUtcNow());
        if (clockSkew)
            LogClockSkew(log, connection.Key);
        return new GrantedToken(token, TokenLife.WithMargin(life, options.Value.TotalTimeout), askedAt, null);
    }

    // A refused log-in's status is not documented: any readable answer of 2xx or 4xx without a token is one, but for those that mean something else.
    private static TokenResult Failure(CallResult result)
    {
        var outcome = CallOutcome.Of(result);
        return result is CallResult.Answered { Status: >= 200 and < 500 } answered
            && outcome.Verdict is not (CallVerdict.WrongAddress or CallVerdict.NotSent)
            && (answered.Readable || answered.Status >= 400)
            && answered.Status is not 408
                ? new TokenResult.Refused(answered.Status, answered.Message ?? "no token was given.")
                : new TokenResult.Unavailable(outcome);
    }

    [LoggerMessage(1100, LogLevel.Warning, "The log-in of connection {Connection} gave no token: {What}")]
    private static partial void LogNoToken(ILogger log, ConnectionKey connection, string what);

    [LoggerMessage(1101, LogLevel.Warning, "The token of connection {Connection} had expired when it arrived: this machine's clock or Customer Radar's is wrong")]
    private static partial void LogClockSkew(ILogger log, ConnectionKey connection);
}
