using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules.Internal;

namespace CustomerRadar.Core.Rules;

/// <summary>Decides whether a row that is due is sent, from the rule, the connection and the subject as they are now. Pure.</summary>
public static class Eligibility
{
    /// <summary>How long a row waits for something whose end nobody knows: a rule switched off, a store without connection, an open shipment.</summary>
    public static readonly TimeSpan HoldTime = TimeSpan.FromHours(1);

    /// <summary>Judges. Every check of <see cref="CheckNames"/> is made, in that order; the first that does not pass gives the decision.</summary>
    public static Judgement Judge(EligibilityFacts facts)
    {
        var checks = EligibilityChecks.All.Select(check => (check.Name, Finding: check.Look(facts))).ToList();
        return new Judgement(
            checks.Select(check => check.Finding.Objection).FirstOrDefault(objection => objection is not null) ?? new Decision.Send(),
            [.. checks.Select(check => new CheckResult(check.Name, check.Finding.Passed, check.Finding.Detail))])
        {
            DueAt = FactTimes.DueAt(facts),
        };
    }

    /// <summary>The decision alone, without suppressions and key.</summary>
    /// <param name="invitation">The row in hand.</param>
    /// <param name="rule">Its rule; null when it was deleted.</param>
    /// <param name="connection">Its store's connection; null when there is none.</param>
    /// <param name="subject">Its subject; null when it does not exist any more.</param>
    public static Decision Decide(LeasedInvitation invitation, SendRule? rule, Connection? connection, SubjectSnapshot? subject) =>
        Judge(new EligibilityFacts
        {
            Interaction = invitation.Interaction,
            RuleKey = invitation.Rule,
            FirstDueAt = invitation.FirstDueAt,
            Now = invitation.Lease.TakenAt,
            CancelRequested = invitation.CancelRequested,
            CancelCause = invitation.CancelCause,
            SendNow = invitation.SendNow,
            AgeAndCapConfirmed = invitation.Confirmed,
            Rule = rule,
            Connection = connection,
            Subject = subject,
        }).Decision;
}
