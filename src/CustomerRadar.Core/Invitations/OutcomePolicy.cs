using CustomerRadar.Core.Api;

namespace CustomerRadar.Core.Invitations;

/// <summary>What the outcome of a call does to the row: the right half of the design's table "Outcomes of a call". Pure.</summary>
public static class OutcomePolicy
{
    /// <summary>The wait before the next try after a refused log-in or a refused token.</summary>
    public static readonly TimeSpan LogInWait = TimeSpan.FromMinutes(5);

    /// <summary>The wait before the next probe after a refusal of the configuration, or at an address that is not the API's.</summary>
    public static readonly TimeSpan ProbeWait = TimeSpan.FromHours(1);

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
        CallVerdict.ConfigurationRefused or CallVerdict.WrongAddress => To(InvitationState.Pending, outcome) with { RetryIn = ProbeWait },
        CallVerdict.Unauthorised => To(InvitationState.Pending, outcome) with { RetryIn = LogInWait },
        CallVerdict.NotSent => NotSent(outcome, invitation, jitter),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.Verdict, "A verdict without a row in the table."),
    };

    /// <summary>The change for a log-in that gave no token: nothing was sent, so the row waits; no attempt is counted.</summary>
    public static InvitationChange LogInRefused(int status, string message) => new()
    {
        State = InvitationState.Pending,
        Reason = $"Customer Radar refused the log-in: {message}",
        Advice = "Check user name and password of the connection; Customer Radar support gives them out.",
        Status = status,
        RetryIn = LogInWait,
    };

    private static InvitationChange NotSent(CallOutcome outcome, LeasedInvitation invitation, double jitter)
    {
        if (RetrySchedule.IsOver(invitation))
            return To(InvitationState.Failed, outcome) with { Reason = $"Given up after {RetrySchedule.GiveUpAfter.TotalHours:0} hours: {outcome.Message}" };

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
