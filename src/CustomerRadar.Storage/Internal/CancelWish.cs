using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Storage.Internal;

/// <summary>Why rows are to be cancelled, in texts that fit their columns.</summary>
internal sealed class CancelWish(CancelCause cause, string reason, string by)
{
    public CancelCause Cause => cause;

    public string Reason { get; } = Column.Cut(reason, Column.Reason)!;

    public string Requested { get; } = Column.Cut($"Cancellation asked for: {reason}", Column.Reason)!;

    public string TooLate { get; } = Column.Cut($"Cancelled after it was sent: {reason}", Column.Reason)!;

    public string InDoubt { get; } = Column.Cut(PlannedEnd.DoubtReason(reason), Column.Reason)!;

    public string By { get; } = Column.Cut(by, Column.Short)!;

    /// <summary>True: rows that have ended are left alone; else what was sent gets a note.</summary>
    public bool OnlyWaiting { get; init; }
}
