namespace CustomerRadar.Core.Periodic;

/// <summary>A backfill and how far it has come.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Plan">What was asked for.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it was stopped or failed, in plain words; null otherwise.</param>
/// <param name="Progress">How far it has come.</param>
/// <param name="CreatedAt">When it was asked for, by the database's clock.</param>
/// <param name="ChangedAt">When it last moved.</param>
public sealed record Backfill(
    long Id, BackfillPlan Plan, BackfillState State, string? Reason, BackfillProgress Progress, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt);
