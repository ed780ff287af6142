using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Storage.Internal;

/// <summary>What a worker's change means for the row as it is by now: others may have asked for something while the worker had it.</summary>
internal static class PlannedEnd
{
    public const string LookAdvice = "Look at Customer Radar, then mark it as accepted or send it again.";

    /// <summary>The change to write.</summary>
    public static InvitationChange Of(InvitationRecord row, InvitationChange change) => InDoubt(row, Asked(row, change));

    /// <summary>True: the row waits as it did before, and for the same reason.</summary>
    public static bool IsNothingNew(InvitationRecord row, InvitationChange end) =>
        end is { State: InvitationState.Pending, InTrouble: false } && row.RequestStartedAt is null && row.Reason == Column.Cut(end.Reason, Column.Reason);

    /// <summary>A row that was sent before, with no answer, ends where it was: whatever became of this attempt, that one may have been taken.</summary>
    public static InvitationChange InDoubt(InvitationRecord row, InvitationChange end) =>
        row.InDoubt == 1 && end.State is InvitationState.Skipped or InvitationState.Failed or InvitationState.Cancelled
            ? end with
            {
                State = InvitationState.Unconfirmed,
                Reason = DoubtReason(end.Reason),
                Advice = LookAdvice,
            }
            : end;

    /// <summary>Why a row is Unconfirmed that has just ended otherwise.</summary>
    public static string DoubtReason(string reason) => $"An earlier attempt may have been taken. This one was not: {reason}";

    private static InvitationChange Asked(InvitationRecord row, InvitationChange change)
    {
        // Whoever asked for the cancellation said why.
        if (row.CancelRequested is { } wish && change.State is InvitationState.Pending or InvitationState.Cancelled)
            return change with { State = InvitationState.Cancelled, Reason = wish, Cause = row.CancelCauseValue, Advice = null };

        // The worker had read the order or booking before it stood again.
        return change is { State: InvitationState.Cancelled, Cause: CancelCause.Subject } && row.Revived == 1
            ? new InvitationChange { State = InvitationState.Pending, Reason = "The order or booking stands again." }
            : change;
    }
}
