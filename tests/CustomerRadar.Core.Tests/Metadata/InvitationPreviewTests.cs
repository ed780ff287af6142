using CustomerRadar.Core.Api;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Tests.Invitations;
using Moq;

namespace CustomerRadar.Core.Tests.Metadata;

public sealed class InvitationPreviewTests
{
    private static readonly SendRule Rule = Some.Rule with
    {
        Locations =
        [
            new LocationRow("Order.Warehouse", "Christchurch", new LocationTarget(LocationDisplayId.Parse("south"))),
            new LocationRow("Order.Warehouse", "Auckland", new LocationTarget(LocationDisplayId.Parse("north"), PomDisplayId.Parse("desk"))),
        ],
        Metadata = [new MetadataRow("invoice_no", MetadataTemplate.Parse("%Order.OrderNumber%"))],
    };

    private static readonly EligibilityFacts Facts = new()
    {
        Interaction = Some.Interaction,
        RuleKey = Rule.Key,
        FirstDueAt = Some.Noon,
        Now = Some.Noon,
        Rule = Rule,
        Connection = Some.Connection,
        Subject = Some.Subject with
        {
            Fields = SubjectFields.From(
            [
                KeyValuePair.Create<string, string?>("Order.Warehouse", "Auckland"),
                KeyValuePair.Create<string, string?>("Order.OrderNumber", "INV00001"),
            ]),
        },
    };

    [Test]
    public void Of_GoodInvitation_ShowsEverythingAndTheExactBody()
    {
        var preview = Preview(Facts);
        Assert.Multiple(() =>
        {
            Assert.That(preview.WouldSend, Is.True);
            Assert.That(preview.Judgement.DueAt, Is.EqualTo(Some.Noon));
            Assert.That(preview.Judgement.Checks.Select(check => check.Name), Is.EqualTo(CheckNames.All));
            Assert.That((preview.Location!.Target!.Pom, preview.Location.Row), Is.EqualTo((PomDisplayId.Parse("desk"), 2)));
            Assert.That((preview.Programme!.Programme, preview.Programme.Row), Is.EqualTo((Rule.Programme, (int?)null)));
            Assert.That(preview.Contact!.Email, Is.EqualTo("abc@example.com"));
            Assert.That(preview.Json, Is.EqualTo(
                """{"clientDisplayId":"8291a9ed952342c5b5fe2915f2189e7c","programmeDisplayId":"1cf118a0326d47aa851a90b9674e90aa","sendData":[{"email":"abc@example.com","firstName":"Dave","lastName":"Brown","locationDisplayId":"north","pomDisplayId":"desk","metadata":[{"key":"invoice_no","value":"INV00001"}]}]}"""));
        });
    }

    [Test]
    public void Of_InvitationThatWaits_ShowsTheBodyAllTheSame()
    {
        var preview = Preview(Facts with { FirstDueAt = Some.Noon.AddDays(1) });
        Assert.That(preview.Judgement.Decision, Is.EqualTo(new Decision.Defer(Some.Noon.AddDays(1), "It is due at 2026-03-03 12:00 (UTC).")));
        Assert.That((preview.WouldSend, preview.Json is null), Is.EqualTo((false, false)));
    }

    [Test]
    public void Of_NobodyToAsk_SaysSo()
    {
        var preview = Preview(Facts with { Subject = Facts.Subject! with { Contact = new Contact() } });
        Assert.That(preview.Problems, Is.EqualTo(new[] { "There is no e-mail address. There is no mobile number." }));
        Assert.That((preview.WouldSend, preview.Json), Is.EqualTo((false, (string?)null)));
    }

    [TestCase(true, false, false)]
    [TestCase(false, true, false)]
    [TestCase(false, false, true)]
    public void Of_SomethingIsNotThere_ShowsTheRest(bool noRule, bool noSubject, bool noConnection)
    {
        var preview = Preview(Facts with
        {
            Rule = noRule ? null : Facts.Rule,
            Subject = noSubject ? null : Facts.Subject,
            Connection = noConnection ? null : Facts.Connection,
        });
        Assert.That((preview.Location is null, preview.Contact, preview.Json), Is.EqualTo((!noConnection, (ContactChoice?)null, (string?)null)));
    }

    [Test]
    public void ToString_CarriesNoContact() => Assert.That(Preview(Facts).ToString(), Does.Not.Contain("abc@example.com").And.Not.Contain("Dave"));

    private static InvitationPreview Preview(EligibilityFacts facts) => InvitationPreview.Of(facts, Mock.Of<IPhoneNumbers>());
}
