using CustomerRadar.Core.Api;

namespace CustomerRadar.Core.Auth.Internal;

/// <summary>Judges a log-in that gave no token. Pure; the log-in rows of the design's table "Outcomes of a call".</summary>
internal static class LogInFailure
{
    /// <summary>
    /// The status of a refused log-in is not documented, so it is told by its body or, without one, by elimination: any 2xx or 4xx that
    /// does not mean something else. Everything but a refusal may be repeated: a log-in that got lost has done nothing.
    /// </summary>
    public static TokenResult Of(LogInAnswer answer) => answer.Result switch
    {
        CallResult.NotSent notSent => new TokenResult.Unavailable(new CallOutcome(CallVerdict.NotSent, notSent.Problem)),
        CallResult.Lost lost => new TokenResult.Unavailable(new CallOutcome(CallVerdict.NotSent, lost.Problem)),
        CallResult.Answered answered => OfAnswer(answered, answer.SaysRefused),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer.Result, "A call result of no known kind."),
    };

    private static TokenResult OfAnswer(CallResult.Answered answered, bool saysRefused) => answered.Status switch
    {
        (>= 300 and < 400) or 407 or 429 or 503 => new TokenResult.Unavailable(CallOutcome.Of(answered)),
        408 or 502 or 504 => Error(answered),
        _ when saysRefused => Refused(answered),
        404 or 405 => new TokenResult.Unavailable(CallOutcome.Of(answered)),
        >= 500 or < 200 => Error(answered),
        < 300 when !answered.Readable => Unreadable(answered),
        _ => Refused(answered),
    };

    private static TokenResult.Refused Refused(CallResult.Answered answered) => new(answered.Status, answered.Message ?? "no token was given.");

    private static TokenResult.Unavailable Error(CallResult.Answered answered) =>
        Unavailable(answered, $"Customer Radar answered the log-in with an error ({answered.Status}).", advice: null);

    private static TokenResult.Unavailable Unreadable(CallResult.Answered answered) => Unavailable(
        answered,
        "The answer to the log-in could not be read.",
        "If it lasts, check the API address of the connection. Customer Radar's is https://api.feedback.fyi.");

    private static TokenResult.Unavailable Unavailable(CallResult.Answered answered, string message, string? advice) => new(
        new CallOutcome(CallVerdict.NotSent, message)
        {
            Advice = advice,
            Status = answered.Status,
            Code = answered.Code,
            RetryAfter = answered.RetryAfter,
        });
}
