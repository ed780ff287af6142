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
}
