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
}
