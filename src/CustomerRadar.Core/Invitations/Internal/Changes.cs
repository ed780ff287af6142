using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Invitations.Internal;

/// <summary>The changes that come from us, not from an answer.</summary>
internal static class Changes
{
    public static InvitationChange Cancelled(string reason) => new() { State = InvitationState.Cancelled, Reason = reason };

    public static InvitationChange Skipped(string reason) => new() { State = InvitationState.Skipped, Reason = reason };

    public static InvitationChange Deferred(Decision.Defer defer) =>
        new() { State = InvitationState.Pending, Reason = defer.Reason, RetryIn = defer.Wait, DeferUntil = defer.Until };

    public static InvitationChange Invalid(IReadOnlyList<string> problems) => new()
    {
        State = InvitationState.Failed,
        Reason = string.Join(" ", problems),
        Advice = "Correct the send rule, then retry.",
    };

    public static InvitationChange GivenBack(string reason) =>
        new() { State = InvitationState.Pending, Reason = reason, RetryIn = TimeSpan.Zero };

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
