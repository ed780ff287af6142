using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Tests.Invitations;

namespace CustomerRadar.Core.Tests.Rules;

public sealed class EligibilityTests
{
    [Test]
    public void Decide_AllThere_Sends() =>
        Assert.That(Eligibility.Decide(Some.Leased, Some.Rule, Some.Connection, Some.Subject), Is.EqualTo(new Decision.Send()));

    [Test]
    public void Decide_CancelRequested_CancelsWithItsReasonWhateverElse() =>
        Assert.That(
            Eligibility.Decide(Some.Leased with { CancelRequested = "Refunded." }, null, null, null),
            Is.EqualTo(new Decision.Cancel("Refunded.")));

    [Test]
    public void Decide_RuleDeleted_Cancels() =>
        Assert.That(Eligibility.Decide(Some.Leased, null, Some.Connection, Some.Subject), Is.InstanceOf<Decision.Cancel>());

    [Test]
    public void Decide_SubjectGone_Cancels() =>
        Assert.That(Eligibility.Decide(Some.Leased, Some.Rule, Some.Connection, null), Is.InstanceOf<Decision.Cancel>());

    [Test]
    public void Decide_SubjectCancelled_CancelsWithItsReason() =>
        Assert.That(
            Eligibility.Decide(Some.Leased, Some.Rule, Some.Connection, Some.Subject with { Status = SubjectStatus.Cancelled, StatusReason = "Voided." }),
            Is.EqualTo(new Decision.Cancel("Voided.")));

    [Test]
    public void Decide_RuleSwitchedOff_Holds() =>
        Assert.That(
            Eligibility.Decide(Some.Leased, Some.Rule with { Enabled = false }, Some.Connection, Some.Subject),
            Is.EqualTo(new Decision.Defer(TimeSpan.FromHours(1), "The send rule \"After payment\" is switched off.")));

    [Test]
    public void Decide_NoConnection_Holds() =>
        Assert.That(Eligibility.Decide(Some.Leased, Some.Rule, null, Some.Subject), Is.InstanceOf<Decision.Defer>());
}
