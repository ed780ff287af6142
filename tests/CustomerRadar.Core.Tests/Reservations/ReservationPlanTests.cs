using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Reservations;
using CustomerRadar.Core.Reservations.Internal;
using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Tests.Invitations;

namespace CustomerRadar.Core.Tests.Reservations;

public sealed class ReservationPlanTests
{
    private static readonly ContactHasher Hasher = new(new byte[32]);
    private static readonly ContactChoice Contact = new("abc@example.com", "0211234321", null) { MobileE164 = "+64211234321" };

    [Test]
    public void Of_ARuleAsItComes_KeepsOthersFromTheSubject_AndOnlyNotesTheContact()
    {
        var requests = ReservationPlan.Of(Some.Leased, Some.Rule, Some.Connection, Contact, Hasher);
        Assert.That(requests, Is.EqualTo(new[]
        {
            new ReservationRequest("subject:1/order:123", TimeSpan.MaxValue),
            new ReservationRequest($"contact:main/{Hasher.Email("abc@example.com")}", null),
            new ReservationRequest($"contact:main/{Hasher.Phone("+64211234321")}", null),
        }));
    }

    [Test]
    public void Of_ACap_CountsForEachContact()
    {
        var requests = ReservationPlan.Of(Some.Leased, Some.Rule with { Cap = new FrequencyCap(30) }, Some.Connection, Contact, Hasher);
        Assert.That(requests.Skip(1).Select(request => request.Period), Is.All.EqualTo(TimeSpan.FromDays(30)));
    }

    [Test]
    public void Of_InAddition_LeavesTheSubjectToOthers() => Assert.That(
        ReservationPlan.Of(Some.Leased, Some.Rule with { InAddition = true }, Some.Connection, Contact, Hasher).Select(request => request.Key),
        Has.None.StartsWith("subject:"));

    [Test]
    public void Of_ConfirmedByAPerson_LiftsTheCapButNotTheSubject()
    {
        var requests = ReservationPlan.Of(
            Some.Leased with { Confirmed = true }, Some.Rule with { Cap = new FrequencyCap(30) }, Some.Connection, Contact, Hasher);
        Assert.That(requests.Select(request => request.Period), Is.EqualTo(new TimeSpan?[] { TimeSpan.MaxValue, null, null }));
    }

    [TestCase("subject:1/order:123", InvitationState.Accepted, InvitationState.Skipped, "Already invited by the rule \"After payment\" (invitation 5).")]
    [TestCase("subject:1/order:123", InvitationState.Unconfirmed, InvitationState.Skipped, "Already invited by the rule \"After payment\" (invitation 5).")]
    [TestCase("subject:1/order:123", InvitationState.Sending, InvitationState.Pending, "Invitation 5 for the same order or booking, by the rule \"After payment\", has not ended; this one waits for it.")]
    [TestCase("contact:main/email:00", InvitationState.Pending, InvitationState.Pending, "Invitation 5 for the same contact, by the rule \"After payment\", has not ended; this one waits for it.")]
    [TestCase("contact:main/email:00", InvitationState.Accepted, InvitationState.Skipped, "The same contact was invited on 2026-03-02 by the rule \"After payment\" (invitation 5); the rule allows one invitation in 30 days.")]
    public void Change_Held_SkipsOnlyForAnEndedOne(string key, InvitationState state, InvitationState expected, string reason)
    {
        var held = new ReservationResult.Held(key, new InvitationId(5), Some.Rule.Key, state, Some.Noon);
        var change = ReservationPlan.Change(held, Some.Rule with { Cap = new FrequencyCap(30) }, Some.Rule);
        Assert.That((change.State, change.Reason), Is.EqualTo((expected, reason)));
        Assert.That(change.BlockedBy, Is.EqualTo(expected == InvitationState.Pending ? new InvitationId(5) : (InvitationId?)null), "it is woken when the other one ends");
    }
}
