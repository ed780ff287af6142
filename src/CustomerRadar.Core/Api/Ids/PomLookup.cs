using CustomerRadar.Core.Api.Ids.Internal;
using CustomerRadar.Core.Auth;

namespace CustomerRadar.Core.Api.Ids;

/// <summary>
/// Asks "POM Lookup V2" for a client's ids: a GET of <see cref="Connection.PomLookup"/> with the raw token in <c>Authorization</c>, like
/// Customer Radar's documented requests. Customer Radar documents no method, address, parameters or answer for it: the method is the
/// usual one, the address a setting, and the answer may be any JSON in which the documented id keys stand.
/// </summary>
public sealed class PomLookup
{
    /// <summary>The longest answer that is read, in bytes: 4 MiB.</summary>
    public const int MaximumBytes = PastedIds.MaximumLength;

    private readonly CustomerRadarClient _client;
    private readonly TokenCache _tokens;

    internal PomLookup(CustomerRadarClient client, TokenCache tokens)
    {
        _client = client;
        _tokens = tokens;
    }

    /// <summary>
    /// Looks the ids up. It takes at most <see cref="ApiOptions.TotalTimeout"/> for each of up to two log-ins and two requests: a token that
    /// is not taken is renewed once. Redirects are not followed, since the token would go along.
    /// </summary>
    /// <param name="connection">Whose ids, and under which log-in.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<PomLookupResult> FindAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (connection.PomLookup is not { } lookup)
            return LookupFailure.NoAddress;

        var address = lookup.Below(connection.BaseAddress);
        var answer = await _tokens.GetAsync(connection, cancellationToken);
        for (var logInIsFresh = false; ; logInIsFresh = true)
        {
            if (answer is not TokenResult.Granted { Token: var token })
                return LookupFailure.Of(answer);

            var (result, body) = await _client.GetAsync(address, token, MaximumBytes, cancellationToken);
            if (logInIsFresh || result is not CallResult.Answered { Status: 401 })
                return body is null || result is not CallResult.Answered { Status: >= 200 and < 300 } ? LookupFailure.Of(result) : Read(body);

            answer = await _tokens.RenewAsync(connection, token, cancellationToken);
        }
    }

    private static PomLookupResult Read(string body)
    {
        var ids = new IdCollector();
        JsonIds.Read(body, ids);
        var found = ids.Found();
        return found.Rows.Count > 0 ? new PomLookupResult.Found(found) : LookupFailure.NoIds(found.Faults[0]);
    }
}
