namespace CustomerRadar.Core.Invitations;

/// <summary>What one sweep did.</summary>
/// <param name="Expired">Rows whose worker never came back.</param>
/// <param name="Sent">Rows that were overdue and have been worked on.</param>
public sealed record SweepResult(ExpiredLeases Expired, int Sent);
