using CustomerRadar.Core.Api;
using CustomerRadar.Core.Auth;

namespace CustomerRadar.Core.Invitations;

/// <summary>What the outcome of a call does to the row: the right half of the design's table "Outcomes of a call". Pure.</summary>
public static class OutcomePolicy
{
    /// <summary>The change for an outcome of the invitation call.</summary>
    /// <param name="outcome">What happened.</param>
    /// <param name="invitation">The row in hand.</param>
    /// <param name="jitter">0 to 1, for <see cref="RetrySchedule"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The verdict of <paramref name="outcome"/> is none of the enum.</exception>
    public static InvitationChange Change(CallOutcome outcome, LeasedInvitation invitation, double jitter) => outcome.Verdict switch
    {
        CallVerdict.Accepted => To(InvitationState.Accepted, outcome) with { Reference = outcome.Reference },
        CallVerdict.Refused or CallVerdict.Forbidden => To(InvitationState.Failed, outcome),
        CallVerdict.Unknown => To(InvitationState.Unconfirmed, outcome),
        // A pause holds these, not a wait of their own: the sweep passes over them until it opens, then takes the longest due first.
        CallVerdict.ConfigurationRefused or CallVerdict.WrongAddress => To(InvitationState.Pending, outcome) with { DeferUntil = invitation.QueuedAt, StartsOver = true },
        CallVerdict.NotSent or CallVerdict.Unauthorised => NotSent(outcome, invitation, jitter),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.Verdict, "A verdict without a row in the table."),
    };

    /// <summary>The change for a log-in that gave no token: nothing was sent, so the row waits; no attempt is counted.</summary>
    public static InvitationChange LogInRefused(TokenResult.Refused refused, LeasedInvitation invitation) =>
        To(InvitationState.Pending, OfRefusedLogIn(refused)) with { DeferUntil = invitation.QueuedAt, StartsOver = true };

    /// <summary>A refused log-in in the words of an outcome.</summary>
    internal static CallOutcome OfRefusedLogIn(TokenResult.Refused refused) => new(CallVerdict.Unauthorised, $"Customer Radar refused the log-in: {refused.Message}")
    {
        Advice = "Check user name and password of the connection; Customer Radar support gives them out.",
        Status = refused.Status,
    };

    /// <summary>The reason of a row that waited too long for an answer.</summary>
    internal static string GivenUp(string reason) => $"Given up after {RetrySchedule.GiveUpAfter.TotalHours:0} hours: {reason}";

    private static InvitationChange NotSent(CallOutcome outcome, LeasedInvitation invitation, double jitter)
    {
        if (RetrySchedule.IsOver(invitation))
            return To(InvitationState.Failed, outcome) with { Reason = GivenUp(outcome.Message) };

        var wait = RetrySchedule.Wait(invitation.Retries, jitter);
        return To(InvitationState.Pending, outcome) with
        {
            RetryIn = outcome.RetryAfter is { } asked && asked > wait ? asked : wait,
            InTrouble = true,
        };
    }

    private static InvitationChange To(InvitationState state, CallOutcome outcome) => new()
    {
        State = state,
        Reason = outcome.Message,
        Advice = outcome.Advice,
        Status = outcome.Status,
        Code = outcome.Code,
    };
}
