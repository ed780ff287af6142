using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Invitations.Internal;

/// <summary>The changes that come from us, not from an answer.</summary>
internal static class Changes
{
    public static InvitationChange Cancelled(string reason, CancelCause cause) =>
        new() { State = InvitationState.Cancelled, Reason = reason, Cause = cause };

    public static InvitationChange Skipped(string reason) => new() { State = InvitationState.Skipped, Reason = reason };

    /// <summary>The change for a decision; null for <see cref="Decision.Send"/>.</summary>
    public static InvitationChange? Of(Decision decision, EligibilityFacts facts) => decision switch
    {
        Decision.Send => null,
        Decision.Skip skip => Skipped(skip.Reason),
        Decision.Cancel cancel => Cancelled(cancel.Reason, CauseOf(facts)),
        Decision.Defer defer => new() { State = InvitationState.Pending, Reason = defer.Reason, RetryIn = defer.Wait, DeferUntil = defer.Until, StartsOver = true },
        _ => throw new InvalidOperationException($"A decision of no known kind: {decision.GetType().Name}."),
    };

    /// <summary>The pause alone holds it: the sweep passes over it until that opens, and then takes the longest due first. Not for ever, where the API gives no answer.</summary>
    public static InvitationChange Held(Pause pause, LeasedInvitation invitation)
    {
        if (RetrySchedule.IsOver(invitation, pause))
            return new() { State = InvitationState.Failed, Reason = OutcomePolicy.GivenUp(pause.Reason), Advice = pause.Advice };

        // An outage is the row's own trouble, whichever row was the last to try.
        var isOutage = pause.Cause == PauseCause.Trouble;
        return new()
        {
            State = InvitationState.Pending,
            Reason = pause.Reason,
            Advice = pause.Advice,
            DeferUntil = invitation.QueuedAt,
            HeldBy = pause.Scope,
            InTrouble = isOutage,
            StartsOver = !isOutage,
        };
    }

    /// <summary>Another node may send it: it is due as before, in its place.</summary>
    public static InvitationChange LeftToOthers(LeasedInvitation invitation, string worker) => new()
    {
        State = InvitationState.Pending,
        Reason = $"Customer Radar refuses the log-in that {worker} has; another server's settings seem to be newer, so it is left to that one.",
        Advice = $"Give every server the same user name and password for the connection. One that remembers old settings takes the new ones at its restart: {worker}.",
        DeferUntil = invitation.QueuedAt,
        IsForOthers = true,
    };

    public static InvitationChange Invalid(IReadOnlyList<string> problems) => new()
    {
        State = InvitationState.Failed,
        Reason = string.Join(" ", problems),
        Advice = "Correct the send rule, then retry.",
    };

    /// <summary>Nothing became of it, through no fault of its own: it keeps its place.</summary>
    public static InvitationChange GivenBack(string reason, LeasedInvitation invitation) =>
        new() { State = InvitationState.Pending, Reason = reason, DeferUntil = invitation.QueuedAt };

    private static CancelCause CauseOf(EligibilityFacts facts) =>
        facts.CancelRequested is not null ? facts.CancelCause
        : facts.Rule is null ? CancelCause.Rule
        : facts.Suppression is { Kind: SuppressionKind.Erasure } ? CancelCause.Erasure
        : CancelCause.Subject;

    /// <summary>A bug of ours. Before the request it may be tried again; afterwards nobody knows whether it was taken.</summary>
    public static InvitationChange Defect(Exception defect, LeasedInvitation invitation, bool requestStarted)
    {
        var reason = $"An error in the plugin ({defect.GetType().Name}); the log has it under invitation {invitation.Lease.Invitation}.";
        if (requestStarted)
        {
            return new InvitationChange
            {
                State = InvitationState.Unconfirmed,
                Reason = reason,
                Advice = "It may have been taken. Look at Customer Radar, then mark it as accepted or send it again.",
            };
        }

        return RetrySchedule.IsOver(invitation)
            ? new InvitationChange { State = InvitationState.Failed, Reason = reason, Advice = "Correct the cause, then retry." }
            : new InvitationChange
            {
                State = InvitationState.Pending,
                Reason = reason,
                RetryIn = RetrySchedule.Wait(invitation.Retries, jitter: 0),
                InTrouble = true,
            };
    }
}
