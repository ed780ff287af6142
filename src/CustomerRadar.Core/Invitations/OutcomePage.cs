namespace CustomerRadar.Core.Invitations;

/// <summary>Outcomes in the order in which they came about.</summary>
/// <param name="Outcomes">Those among the changes that were looked at; there may be none although more follow.</param>
/// <param name="Mark">The last change that was looked at; where the next page begins.</param>
/// <param name="IsLast">True when there are no more for now.</param>
public sealed record OutcomePage(IReadOnlyList<Outcome> Outcomes, long Mark, bool IsLast);
