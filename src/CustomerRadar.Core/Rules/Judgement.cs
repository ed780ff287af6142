namespace CustomerRadar.Core.Rules;

/// <summary>A decision with everything that led to it.</summary>
/// <param name="Decision">Given by the first check that did not pass; <see cref="Decision.Send"/> when all did.</param>
/// <param name="Checks">Every check in order, also those after the one that decided.</param>
public sealed record Judgement(Decision Decision, IReadOnlyList<CheckResult> Checks)
{
    /// <summary>When it is or was due: counted anew where the platform now knows another instant than the interaction said.</summary>
    public required DateTimeOffset DueAt { get; init; }
}
