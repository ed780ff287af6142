using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Tests.Invitations;

namespace CustomerRadar.Core.Tests.Rules;

/// <summary>Noon is Monday, 2 March 2026, 12:00 UTC; the connection's zone is UTC unless a case says otherwise.</summary>
public sealed class EligibilityTests
{
    private static readonly DateTimeOffset Noon = Some.Noon;
    private static readonly TimeSpan Hold = TimeSpan.FromHours(1);

    private static readonly EligibilityFacts Facts = new()
    {
        Interaction = Some.Interaction,
        RuleKey = Some.Rule.Key,
        FirstDueAt = Noon,
        Now = Noon,
        Rule = Some.Rule,
        Connection = Some.Connection,
        Subject = Some.Subject,
        SampleKey = new byte[32],
    };

    private static readonly SendWindow Mornings = new(Enum.GetValues<DayOfWeek>().ToHashSet(), new TimeOnly(9, 0), new TimeOnly(12, 0));

    private static readonly SendRule Strict = Some.Rule with
    {
        Filters = [new RuleFilter("Order.Total", FilterTest.AtLeast, ["50"])],
        Consent = new ConsentNeed("Order.CheckoutAttribute.Ask me", ["Yes"]),
    };

    // What is unlike the usual, what follows. In the order of the checks.
    private static IEnumerable<TestCaseData> Cases()
    {
        yield return Case("Nothing stands against it", Facts, new Decision.Send());

        yield return Case("Cancellation asked for", Facts with { CancelRequested = "Refunded." }, new Decision.Cancel("Refunded."));
        yield return Case("Cancellation asked for, and a person wants it sent", Facts with { CancelRequested = "Refunded.", SendNow = true }, new Decision.Cancel("Refunded."));
        yield return Case(
            "Rule unreadable",
            Facts with { Rule = null, RuleIsUnreadable = true },
            new Decision.Defer(Hold, "The stored send rule \"after-payment\" cannot be read; import it anew, or delete it."));
        yield return Case("Rule deleted", Facts with { Rule = null }, new Decision.Cancel("The send rule was deleted."));
        yield return Case("Order gone", Facts with { Subject = null }, new Decision.Cancel("The order or booking does not exist any more."));
        yield return Case("Order voided", WithSubject(x => x with { Status = SubjectStatus.Cancelled, StatusReason = "Voided." }), new Decision.Cancel("Voided."));
        yield return Case("Order cancelled, nobody says why", WithSubject(x => x with { Status = SubjectStatus.Cancelled }), new Decision.Cancel("The order or booking was cancelled."));
        yield return Case("Customer erased", Suppressed(SuppressionKind.Erasure), new Decision.Cancel("The customer's data were erased."));
        yield return Case("Customer erased, and a person wants it sent", Suppressed(SuppressionKind.Erasure) with { SendNow = true }, new Decision.Cancel("The customer's data were erased."));
        yield return Case("Customer opted out", Suppressed(SuppressionKind.OptOut), new Decision.Skip("The customer opted out on 2026-03-01."));
        yield return Case("Customer opted out, and a person wants it sent", Suppressed(SuppressionKind.OptOut) with { SendNow = true }, new Decision.Skip("The customer opted out on 2026-03-01."));
        yield return Case("Rule switched off", WithRule(x => x with { Enabled = false }), new Decision.Defer(Hold, "The send rule \"After payment\" is switched off."));
        yield return Case("No connection", Facts with { Connection = null }, new Decision.Defer(Hold, "The store has no connection to Customer Radar."));

        yield return Case("Last shipment open", WithSubject(x => x with { Awaits = "A shipment is open." }), new Decision.Defer(Hold, "A shipment is open."));
        yield return Case("Booking moved to tomorrow", Moved(Noon.AddDays(1)), new Decision.Defer(Noon.AddDays(1), "It moved: it is due at 2026-03-03 12:00 (UTC)."));
        yield return Case("Booking moved to tomorrow, and a person wants it sent", Moved(Noon.AddDays(1)) with { SendNow = true }, new Decision.Send());
        yield return Case(
            "Booking of a backfill moved: it keeps its turn",
            Moved(Noon.AddDays(-1)) with { Interaction = Some.Interaction with { Origin = InteractionOrigin.Backfill }, FirstDueAt = Noon.AddDays(3) },
            new Decision.Defer(Noon.AddDays(3), "It moved: it is due at 2026-03-05 12:00 (UTC)."));
        yield return Case("Booking moved to yesterday", Moved(Noon.AddDays(-1)), new Decision.Send());
        yield return Case("Instant kept in milliseconds is the same instant", Moved(Noon.AddTicks(9_999)), new Decision.Send());
        yield return Case(
            "Booking moved, with a delay",
            Moved(Noon.AddHours(1)) with { Rule = Some.Rule with { Delay = new SendDelay(1, TimeSpan.Zero) } },
            new Decision.Defer(Noon.AddHours(25), "It moved: it is due at 2026-03-03 13:00 (UTC)."));
        yield return Case("Not due yet", Facts with { FirstDueAt = Noon.AddHours(2) }, new Decision.Defer(Noon.AddHours(2), "It is due at 2026-03-02 14:00 (UTC)."));

        yield return Case("Before the rule started", Started(Noon.AddHours(1)), new Decision.Skip("It happened before the send rule started, on 2026-03-02 13:00 (UTC)."));
        yield return Case("As the rule started", Started(Noon), new Decision.Send());
        yield return Case("Before the rule started, found by the reconciler", Started(Noon.AddHours(1), InteractionOrigin.Reconcile), new Decision.Skip("It happened before the send rule started, on 2026-03-02 13:00 (UTC)."));
        yield return Case("Before the rule started, in a backfill", Started(Noon.AddHours(1), InteractionOrigin.Backfill), new Decision.Send());
        yield return Case("Before the rule started, imported", Started(Noon.AddHours(1), InteractionOrigin.Import), new Decision.Send());
        yield return Case("Before the rule started, asked for by a person", Started(Noon.AddHours(1), InteractionOrigin.Manual), new Decision.Send());

        yield return Case("Rule given another trigger", WithRule(x => x with { Trigger = Trigger.OrderPlaced }), new Decision.Skip("The send rule waits for OrderPlaced now, and this is OrderPaid."));
        yield return Case("Rule given to another store", WithRule(x => x with { Store = StoreKey.Parse("2") }), new Decision.Skip("The send rule is for the store 2 now."));
        yield return Case("Rule of this store", WithRule(x => x with { Store = Some.Store }), new Decision.Send());
        yield return Case("Rule of this client", WithRule(x => x with { Client = Some.Connection.ClientDisplayId }), new Decision.Send());
        yield return Case("Rule of another client", WithRule(x => x with { Client = ClientDisplayId.Parse("other") }), new Decision.Skip("The send rule is for stores of another client at Customer Radar."));

        yield return Case("Due for 30 days", Facts with { FirstDueAt = Noon.AddDays(-30) }, new Decision.Send());
        yield return Case("Due for longer than 30 days", Facts with { FirstDueAt = Noon.AddDays(-30).AddSeconds(-1) }, new Decision.Skip("It has been due for more than 30 days."));
        yield return Case("Too old, and a person wants it sent", Facts with { FirstDueAt = Noon.AddDays(-31), SendNow = true }, new Decision.Skip("It has been due for more than 30 days."));
        yield return Case("Too old, and a person confirmed it", Facts with { FirstDueAt = Noon.AddDays(-31), AgeAndCapConfirmed = true }, new Decision.Send());
        yield return Case("Moved: the age counts from the new due time", Moved(Noon.AddDays(-31)), new Decision.Skip("It has been due for more than 30 days."));

        yield return Case("Filter not met", WithFields(("Order.Total", "49.90"), ("Order.CheckoutAttribute.Ask me", "Yes")), new Decision.Skip("A filter of the rule is not met: Order.Total is less than 50."));
        yield return Case("No consent", WithFields(("Order.Total", "50")), new Decision.Skip("No consent: Order.CheckoutAttribute.Ask me has none of the values that mean yes."));
        yield return Case("No consent, and a person wants it sent", WithFields(("Order.Total", "50")) with { SendNow = true, AgeAndCapConfirmed = true }, new Decision.Skip("No consent: Order.CheckoutAttribute.Ask me has none of the values that mean yes."));
        yield return Case("Filter met and consent given", WithFields(("Order.Total", "50"), ("Order.CheckoutAttribute.Ask me", "yes")), new Decision.Send());
        yield return Case("Another plugin objects", WithSubject(x => x with { Objection = "The payment is in dispute." }), new Decision.Skip("The payment is in dispute."));
        yield return Case("Another plugin objects, and a person wants it sent", WithSubject(x => x with { Objection = "The payment is in dispute." }) with { SendNow = true }, new Decision.Skip("The payment is in dispute."));
        yield return Case("Not in the sample", WithRule(x => x with { SamplePercent = 0.01 }), new Decision.Skip("It is not in the sample of 0.01 %."));

        yield return Case("Window closed: the next morning", WithRule(x => x with { Window = Mornings }), new Decision.Defer(Noon.AddHours(21), "The send window opens at 2026-03-03 09:00 (UTC)."));
        yield return Case("Window closed, and a person wants it sent", WithRule(x => x with { Window = Mornings }) with { SendNow = true }, new Decision.Send());
        yield return Case("Window open", WithRule(x => x with { Window = Mornings }) with { Now = Noon.AddMinutes(-1), FirstDueAt = Noon.AddHours(-1) }, new Decision.Send());
        yield return Case(
            "Window of another zone",
            WithRule(x => x with { Window = Mornings }) with { Connection = Some.Connection with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland") } },
            new Decision.Defer(Noon.AddHours(8), "The send window opens at 2026-03-03 09:00 (Pacific/Auckland)."));
    }

    [TestCaseSource(nameof(Cases))]
    public void Judge_CasesOfTheDocumentation(EligibilityFacts facts, Decision decision)
    {
        var judgement = Eligibility.Judge(facts);
        Assert.That(judgement.Decision, Is.EqualTo(decision));
    }

    [Test]
    public void Judge_SeveralReasons_ShowsThemAllAndDecidesByTheFirst()
    {
        var judgement = Eligibility.Judge(Suppressed(SuppressionKind.OptOut) with { Rule = Strict with { Window = Mornings } });

        Assert.That(judgement.Decision, Is.InstanceOf<Decision.Skip>().With.Property("Reason").Contains("opted out"));
        Assert.That(
            judgement.Checks.Where(check => check.Passed == false).Select(check => check.Name),
            Is.EqualTo(new[] { CheckNames.OptOut, CheckNames.Filters, CheckNames.Consent, CheckNames.Window }));
    }

    [Test]
    public void Judge_NothingThere_LooksAtWhatItCan()
    {
        var judgement = Eligibility.Judge(Facts with { Rule = null, Connection = null, Subject = null });

        Assert.That(
            judgement.Checks.Where(check => check.Passed is not null).Select(check => check.Name),
            Is.EqualTo(new[]
            {
                CheckNames.Cancellation, CheckNames.Rule, CheckNames.Subject, CheckNames.Erasure, CheckNames.OptOut, CheckNames.Connection, CheckNames.Due,
            }));
    }

    [Test]
    public void Judge_Moved_GivesTheNewDueTime() =>
        Assert.That(Eligibility.Judge(Moved(Noon.AddDays(1))).DueAt, Is.EqualTo(Noon.AddDays(1)));

    private static TestCaseData Case(string name, EligibilityFacts facts, Decision decision) => new TestCaseData(facts, decision).SetName(name);

    private static EligibilityFacts WithRule(Func<SendRule, SendRule> change) => Facts with { Rule = change(Some.Rule) };

    private static EligibilityFacts WithSubject(Func<SubjectSnapshot, SubjectSnapshot> change) => Facts with { Subject = change(Some.Subject) };

    private static EligibilityFacts Suppressed(SuppressionKind kind) => Facts with { Suppression = new Suppression(kind, Noon.AddDays(-1)) };

    private static EligibilityFacts Moved(DateTimeOffset to) => WithSubject(x => x with { OccurredAt = to });

    private static EligibilityFacts Started(DateTimeOffset at, InteractionOrigin origin = InteractionOrigin.Event) =>
        WithRule(x => x with { ActiveFrom = at }) with { Interaction = Some.Interaction with { Origin = origin } };

    private static EligibilityFacts WithFields(params (string Name, string? Value)[] fields) => Facts with
    {
        Rule = Strict,
        Subject = Some.Subject with { Fields = SubjectFields.From(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) },
    };
}
