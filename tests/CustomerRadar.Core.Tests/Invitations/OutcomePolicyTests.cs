using CustomerRadar.Core.Api;
using CustomerRadar.Core.Auth;
using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Tests.Invitations;

public sealed class OutcomePolicyTests
{
    [TestCase(CallVerdict.ConfigurationRefused)]
    [TestCase(CallVerdict.WrongAddress)]
    public void Change_HeldBeforeItsTimeByAPersonsWish_QueuesAsOfNow(CallVerdict verdict)
    {
        var wanted = Some.Leased with { SendNow = true, FirstDueAt = Some.Noon.AddDays(3) };
        Assert.That(OutcomePolicy.Change(new CallOutcome(verdict, "Refused."), wanted, 0).DeferUntil, Is.EqualTo(Some.Noon));
    }

    [TestCase(CallVerdict.Accepted, InvitationState.Accepted, null)]
    [TestCase(CallVerdict.ConfigurationRefused, InvitationState.Pending, null)]
    [TestCase(CallVerdict.Refused, InvitationState.Failed, null)]
    [TestCase(CallVerdict.Forbidden, InvitationState.Failed, null)]
    [TestCase(CallVerdict.Unauthorised, InvitationState.Pending, 1)]
    [TestCase(CallVerdict.NotSent, InvitationState.Pending, 1)]
    [TestCase(CallVerdict.Unknown, InvitationState.Unconfirmed, null)]
    [TestCase(CallVerdict.WrongAddress, InvitationState.Pending, null)]
    public void Change_EveryVerdict_HasItsRow(CallVerdict verdict, InvitationState state, int? waitMinutes)
    {
        var change = OutcomePolicy.Change(new CallOutcome(verdict, "Said."), Some.Leased, jitter: 0);

        Assert.Multiple(() =>
        {
            Assert.That(change.State, Is.EqualTo(state));
            Assert.That(change.RetryIn, Is.EqualTo(waitMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null));
            Assert.That(change.Reason, Is.EqualTo("Said."));
        });
    }

    [Test]
    public void Change_Accepted_KeepsTheReference() =>
        Assert.That(
            OutcomePolicy.Change(new CallOutcome(CallVerdict.Accepted, "Accepted.") { Reference = "846673197418938368" }, Some.Leased, 0).Reference,
            Is.EqualTo("846673197418938368"));

    [Test]
    public void Change_NotSentWithRetryAfter_WaitsAtLeastThatLong() =>
        Assert.That(
            OutcomePolicy.Change(new CallOutcome(CallVerdict.NotSent, "Busy.") { RetryAfter = TimeSpan.FromMinutes(10) }, Some.Leased, 0).RetryIn,
            Is.EqualTo(TimeSpan.FromMinutes(10)));

    [Test]
    public void Change_NotSentFor72Hours_Fails()
    {
        var tired = Some.Leased with { Retries = 20, TroubleSince = Some.Noon.AddHours(-72) };
        Assert.That(OutcomePolicy.Change(new CallOutcome(CallVerdict.NotSent, "No connection."), tired, 0).State, Is.EqualTo(InvitationState.Failed));
    }

    [Test]
    public void Change_NotSentForLess_StillWaits()
    {
        var tired = Some.Leased with { Retries = 20, TroubleSince = Some.Noon.AddHours(-71.9) };
        Assert.That(OutcomePolicy.Change(new CallOutcome(CallVerdict.NotSent, "No connection."), tired, 0).State, Is.EqualTo(InvitationState.Pending));
    }

    [Test]
    public void LogInRefused_CountsNoTrouble_SoThatItNeverFailsTheRow() =>
        Assert.That(OutcomePolicy.LogInRefused(new TokenResult.Refused(401, "Wrong password"), Some.Leased), Has
            .Property(nameof(InvitationChange.InTrouble)).False
            .And.Property(nameof(InvitationChange.State)).EqualTo(InvitationState.Pending)
            .And.Property(nameof(InvitationChange.Advice)).Not.Null);
}
