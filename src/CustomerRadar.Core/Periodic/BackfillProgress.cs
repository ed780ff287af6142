namespace CustomerRadar.Core.Periodic;

/// <summary>How far a backfill has come.</summary>
/// <param name="Cursor">Where the next page begins; null at the start.</param>
/// <param name="Seen">Interactions looked at.</param>
/// <param name="Planned">Rows written.</param>
/// <param name="Invited">Passed over, since a rule of the connection has invited that subject, or has a row for it.</param>
/// <param name="NextDueAt">When the next row may be due, for the throttle; null at the start.</param>
public sealed record BackfillProgress(string? Cursor, int Seen, int Planned, int Invited, DateTimeOffset? NextDueAt)
{
    /// <summary>Nothing done yet.</summary>
    public static BackfillProgress None { get; } = new(null, 0, 0, 0, null);
}
