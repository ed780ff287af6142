using CustomerRadar.Core.Auth;

namespace CustomerRadar.Core.Api.Ids.Internal;

/// <summary>Says why a look-up gave no ids. Pure.</summary>
internal static class LookupFailure
{
    private const string PasteThem = "Type the ids in, or paste them as Customer Radar support (support@customerradar.com) sent them.";
    private const string CheckTheAddress = "Check the POM Lookup address with Customer Radar support (support@customerradar.com); or paste the ids.";
    private const string TryLater = "Try it again in a while; or paste the ids.";

    public static PomLookupResult.Failed NoAddress { get; } = new("No address for POM Lookup is set.", PasteThem);

    public static PomLookupResult.Failed Of(TokenResult answer) => answer switch
    {
        TokenResult.Refused refused => new($"Customer Radar refused the log-in: {refused.Message}", "Check user name and password of the connection.") { Status = refused.Status },
        TokenResult.Unavailable { Outcome: var outcome } => new(outcome.Message, outcome.Advice ?? TryLater) { Status = outcome.Status },
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer.GetType().Name, "A token result that is no failure."),
    };

    public static PomLookupResult.Failed Of(CallResult result) => result switch
    {
        CallResult.NotSent notSent => new(notSent.Problem, TryLater),
        CallResult.Lost lost => new(lost.Problem, TryLater),
        CallResult.Answered answered => Of(answered) with { Status = answered.Status },
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "A call result of no known kind."),
    };

    public static PomLookupResult.Failed NoIds(IdFault fault) => new($"The answer of POM Lookup gave no ids. {fault}", CheckTheAddress);

    private static PomLookupResult.Failed Of(CallResult.Answered answered) => answered.Status switch
    {
        >= 200 and < 300 => new($"The answer of POM Lookup is longer than {PomLookup.MaximumBytes / 1024 / 1024} MiB.", CheckTheAddress),
        401 => new("POM Lookup did not take the token.", CheckTheAddress),
        403 => new(Said("POM Lookup does not allow this user to look ids up", answered), "Ask Customer Radar support (support@customerradar.com) what this API user may do; or paste the ids."),
        407 => new("The proxy wants a log-in of its own (407).", "Check the proxy settings of this server."),
        >= 300 and < 400 => new($"The POM Lookup address points to another one ({answered.Status}), which is not followed.", CheckTheAddress),
        404 or 405 => new($"Nothing is looked up at the POM Lookup address ({answered.Status}).", CheckTheAddress),
        408 or 429 or >= 500 => new($"POM Lookup cannot answer at the moment ({answered.Status}).", TryLater),
        _ => new(Said("POM Lookup refused the request", answered), CheckTheAddress),
    };

    private static string Said(string what, CallResult.Answered answered) =>
        answered.Message is { } said ? $"{what}: {said}" : $"{what} ({answered.Status}).";
}
