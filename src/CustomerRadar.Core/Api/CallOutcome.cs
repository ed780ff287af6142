namespace CustomerRadar.Core.Api;

/// <summary>The judged outcome of a call: the verdict, with what a merchant needs to read.</summary>
/// <param name="Verdict">What it means for the invitation.</param>
/// <param name="Message">What happened, in plain words; for a refusal what the API said.</param>
public sealed record CallOutcome(CallVerdict Verdict, string Message)
{
    /// <summary>What to do about it, in plain words; null when nothing is to be done.</summary>
    public string? Advice { get; init; }

    /// <summary>The reference of an accepted invitation (<c>data</c>); null otherwise.</summary>
    public string? Reference { get; init; }

    /// <summary>The HTTP status, when there was an answer.</summary>
    public int? Status { get; init; }

    /// <summary>The <c>code</c> of the answer, when there was one.</summary>
    public string? Code { get; init; }

    /// <summary>How long the API asked to wait, when it did.</summary>
    public TimeSpan? RetryAfter { get; init; }

    private const string Success = "00000";

    // Both from Customer Radar's documentation; compared without case and spacing, with any text around them.
    private const string UnknownIds = "No Feedback code found for this clientDisplayId";
    private const string NoPostmark = "the programme must set Postmark ID";

    /// <summary>Judges what was observed of an invitation call. Pure; the design's table "Outcomes of a call" in code.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="result"/> is null.</exception>
    public static CallOutcome Of(CallResult result) => result switch
    {
        CallResult.NotSent notSent => new(CallVerdict.NotSent, notSent.Problem),
        CallResult.Lost lost => Unknown($"{lost.Problem} It is not known whether the invitation was taken."),
        CallResult.Answered answered => OfAnswer(answered) with { Status = answered.Status, Code = answered.Code, RetryAfter = answered.RetryAfter },
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "A call result of no known kind."),
    };

    private static CallOutcome OfAnswer(CallResult.Answered answer) => answer.Status switch
    {
        >= 200 and < 300 when answer is { Readable: true, Code: Success } =>
            new(CallVerdict.Accepted, "Accepted by Customer Radar.") { Reference = answer.Data },
        >= 200 and < 300 when answer is { Readable: true, Code: not null } => Refusal(answer),
        >= 200 and < 300 => Unknown("Customer Radar's answer could not be read. It is not known whether the invitation was taken."),
        401 => new(CallVerdict.Unauthorised, "Customer Radar did not take the token.")
        {
            Advice = "It is tried again by itself. If it lasts, ask Customer Radar support whether the API user is still active.",
        },
        403 => new(CallVerdict.Forbidden, Said("Customer Radar does not allow this user to send invitations", answer))
        {
            Advice = "Ask Customer Radar support (support@customerradar.com) what this API user may do.",
        },
        407 => new(CallVerdict.NotSent, "The proxy wants a log-in of its own (407).") { Advice = "Check the proxy settings of this server." },
        429 => new(CallVerdict.NotSent, "Customer Radar asked for fewer requests (429)."),
        503 => new(CallVerdict.NotSent, "Customer Radar is not available at the moment (503)."),
        408 or >= 500 => Unknown($"Customer Radar answered with an error ({answer.Status}). It is not known whether the invitation was taken."),
        // Whoever words a refusal as the documentation does is the API, whatever the status.
        >= 400 when KnownAdvice(answer) is not null => Refusal(answer),
        (>= 300 and < 400) or 404 or 405 => new(CallVerdict.WrongAddress, $"The API address answered {answer.Status}: it is not Customer Radar's API.")
        {
            Advice = "Check the API address of the connection. Customer Radar's is https://api.feedback.fyi.",
        },
        >= 400 => Refusal(answer),
        _ => Unknown($"Customer Radar gave an answer ({answer.Status}) that says nothing. It is not known whether the invitation was taken."),
    };

    private static CallOutcome Refusal(CallResult.Answered answer)
    {
        var message = Said("Customer Radar refused the invitation", answer);
        return KnownAdvice(answer) is { } advice
            ? new(CallVerdict.ConfigurationRefused, message) { Advice = advice }
            : new(CallVerdict.Refused, message) { Advice = "Correct what the message names, then retry." };
    }

    private static string? KnownAdvice(CallResult.Answered answer) =>
        Says(answer, UnknownIds) ? "Client, programme, location and POM id do not belong together. Look them up at Customer Radar and correct the rule."
        : Says(answer, NoPostmark) ? "The programme cannot send e-mail yet. Only Customer Radar support (support@customerradar.com) can set its Postmark ID."
        : null;

    private static bool Says(CallResult.Answered answer, string known) =>
        answer.Message is { } message
        && string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Contains(known, StringComparison.OrdinalIgnoreCase);

    private static CallOutcome Unknown(string message) =>
        new(CallVerdict.Unknown, message) { Advice = "Look at Customer Radar, then mark it as accepted or send it again." };

    private static string Said(string what, CallResult.Answered answer) =>
        answer.Message is { } said ? $"{what}: {said}" : $"{what} ({answer.Status}).";
}
