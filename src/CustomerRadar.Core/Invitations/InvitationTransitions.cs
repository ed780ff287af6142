namespace CustomerRadar.Core.Invitations;

/// <summary>Which state may follow which. The one place that says so.</summary>
public static class InvitationTransitions
{
    private static readonly HashSet<(InvitationState From, InvitationState To)> Allowed =
    [
        (InvitationState.Pending, InvitationState.Sending),
        (InvitationState.Pending, InvitationState.Cancelled),
        // Sent again, and cancelled before that: the earlier attempt stays in doubt.
        (InvitationState.Pending, InvitationState.Unconfirmed),
        (InvitationState.Sending, InvitationState.Pending),
        (InvitationState.Sending, InvitationState.Accepted),
        (InvitationState.Sending, InvitationState.Skipped),
        (InvitationState.Sending, InvitationState.Failed),
        (InvitationState.Sending, InvitationState.Unconfirmed),
        (InvitationState.Sending, InvitationState.Cancelled),
        (InvitationState.Unconfirmed, InvitationState.Accepted),
        (InvitationState.Unconfirmed, InvitationState.Failed),
        (InvitationState.Unconfirmed, InvitationState.Pending),
        (InvitationState.Failed, InvitationState.Pending),
        (InvitationState.Cancelled, InvitationState.Pending),
    ];

    /// <summary>True when <paramref name="to"/> may follow <paramref name="from"/>.</summary>
    public static bool CanFollow(this InvitationState to, InvitationState from) => Allowed.Contains((from, to));

    /// <summary>
    /// True when the holder of a lease may write <paramref name="to"/> over <paramref name="from"/>: the late answer of a row that became
    /// Unconfirmed meanwhile counts when it says what became of the request, and not when it asks for another try.
    /// </summary>
    public static bool MayEndLease(this InvitationState to, InvitationState from) =>
        to.CanFollow(from) && (from == InvitationState.Sending || (from == InvitationState.Unconfirmed && to.IsFinal()));

    /// <summary>True when nothing happens to the row any more by itself.</summary>
    public static bool IsFinal(this InvitationState state) => state is not (InvitationState.Pending or InvitationState.Sending);
}
