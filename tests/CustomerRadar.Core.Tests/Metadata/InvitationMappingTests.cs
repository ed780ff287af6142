using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Tests.Invitations;
using Moq;

namespace CustomerRadar.Core.Tests.Metadata;

public sealed class InvitationMappingTests
{
    private static readonly LocationTarget North = new(LocationDisplayId.Parse("north"));
    private static readonly LocationTarget South = new(LocationDisplayId.Parse("south"), PomDisplayId.Parse("desk"));

    private static readonly SendRule Rule = Some.Rule with
    {
        Locations = [new LocationRow("Order.Warehouse", "Christchurch", South), new LocationRow("Order.Warehouse", "auckland ", North)],
        Metadata =
        [
            new MetadataRow("invoice_no", MetadataTemplate.Parse("%Order.OrderNumber%")),
            new MetadataRow("coupon", MetadataTemplate.Parse("%Order.Coupon%")),
            new MetadataRow("channel", MetadataTemplate.Parse("web")),
        ],
    };

    [Test]
    public void Map_FullSubject_CarriesContactLocationAndMetadataInTheOrderOfTheRows()
    {
        var request = Mapped(Rule, Subject(("Order.Warehouse", "christchurch"), ("Order.OrderNumber", "INV00001")));
        var entry = request.Entries.Single();

        Assert.Multiple(() =>
        {
            Assert.That(request.Client, Is.EqualTo(Some.Connection.ClientDisplayId));
            Assert.That(request.Programme, Is.EqualTo(Rule.Programme));
            Assert.That((entry.Email, entry.FirstName, entry.LastName), Is.EqualTo(("abc@example.com", "Dave", "Brown")));
            Assert.That((entry.Location, entry.Pom), Is.EqualTo((South.Location, South.Pom)));
            Assert.That(entry.Metadata, Is.EqualTo(new[] { new MetadataValue("invoice_no", "INV00001"), new MetadataValue("channel", "web") }));
        });
    }

    [Test]
    public void Map_LastShapeByThePlatform_MayChangeAllButWhomToAsk()
    {
        var subject = Subject(("Order.OrderNumber", "INV00001")) with
        {
            Finish = entry => entry with { Email = "other@example.com", FirstName = "D.", Metadata = [.. entry.Metadata, new MetadataValue("tier", "gold")] },
        };
        var entry = Mapped(Rule, subject).Entries.Single();

        Assert.That((entry.Email, entry.FirstName, entry.Metadata[^1]), Is.EqualTo(("abc@example.com", "D.", new MetadataValue("tier", "gold"))));
    }

    [Test]
    public void Map_SecondRowMatches_IgnoresCaseAndSpace() =>
        Assert.That(Mapped(Rule, Subject(("Order.Warehouse", " AUCKLAND"))).Entries[0].Location, Is.EqualTo(North.Location));

    [Test]
    public void Map_NoRowMatches_TakesTheDefault() =>
        Assert.That(Mapped(Rule, Subject()).Entries[0].Location, Is.EqualTo(Rule.DefaultLocation!.Location));

    [Test]
    public void Map_FieldWithSeveralValues_MatchesByAny()
    {
        var fields = SubjectFields.From([KeyValuePair.Create<string, IEnumerable<string?>>("Order.Warehouse", ["Nelson", "Auckland"])]);
        Assert.That(Mapped(Rule, Some.Subject with { Fields = fields }).Entries[0].Location, Is.EqualTo(North.Location));
    }

    [Test]
    public void Map_NeitherRowNorDefault_SaysSo() =>
        Assert.That(
            InvitationMapping.Map(Rule with { DefaultLocation = null }, Some.Connection, Subject(), Mock.Of<IPhoneNumbers>()),
            Is.EqualTo(new MappingResult.Impossible("No location row of the rule matches, and the rule has no default location.")));

    [Test]
    public void Map_NoContact_SaysSo() =>
        Assert.That(
            InvitationMapping.Map(Rule, Some.Connection, new SubjectSnapshot(), Mock.Of<IPhoneNumbers>()),
            Is.InstanceOf<MappingResult.Impossible>());

    [TestCase("de", "german", TestName = "Programme: the row of the order's language")]
    [TestCase(" DE ", "german", TestName = "Programme: ignoring case and space")]
    [TestCase("fr", "1cf118a0326d47aa851a90b9674e90aa", TestName = "Programme: no row, the rule's own")]
    [TestCase(null, "1cf118a0326d47aa851a90b9674e90aa", TestName = "Programme: no value, the rule's own")]
    public void Map_ProgrammeRows_FirstMatchWins(string? language, string programme)
    {
        var rule = Rule with
        {
            Programmes =
            [
                new ProgrammeRow("Order.Language", "de", ProgrammeDisplayId.Parse("german")),
                new ProgrammeRow("Order.Language", "de", ProgrammeDisplayId.Parse("never")),
            ],
        };
        Assert.That(Mapped(rule, Subject(("Order.Language", language))).Programme, Is.EqualTo(ProgrammeDisplayId.Parse(programme)));
    }

    [Test]
    public void Map_TextsOfSeveralLines_BecomeOneLine()
    {
        var subject = Subject(("Order.OrderNumber", "line one\r\n\tline two")) with { Contact = Some.Subject.Contact with { FirstName = "Da\nve" } };
        var entry = Mapped(Rule, subject).Entries[0];
        Assert.That((entry.FirstName, entry.Metadata[0].Value), Is.EqualTo(("Da ve", "line one line two")));
    }

    [Test]
    public void Map_RequestThatCannotBeTaken_SaysWhatIsWrong()
    {
        var rule = Rule with { Metadata = [new MetadataRow("note", MetadataTemplate.Parse("%Order.Note%"))] };
        var result = InvitationMapping.Map(rule, Some.Connection, Subject(("Order.Note", new string('x', 4001))), Mock.Of<IPhoneNumbers>());
        Assert.That(((MappingResult.Invalid)result).Problems, Is.EqualTo(new[] { "The metadata value of \"note\" has to be one line of at most 4000 characters." }));
    }

    [Test]
    public void Map_FieldThatNoRowNames_StaysHome()
    {
        var request = Mapped(Rule, Subject(("Order.OrderNumber", "INV00001"), ("Customer.VatNumber", "secret")));
        Assert.That(request.Entries[0].Metadata.Select(pair => pair.Value), Has.None.EqualTo("secret"));
    }

    [Test]
    public void Fields_OfARule_AreAllThatItsRowsName() =>
        Assert.That(Rule.Fields, Is.EquivalentTo(new[] { "Order.Warehouse", "Order.OrderNumber", "Order.Coupon" }));

    private static InvitationRequest Mapped(SendRule rule, SubjectSnapshot subject) =>
        ((MappingResult.Mapped)InvitationMapping.Map(rule, Some.Connection, subject, Mock.Of<IPhoneNumbers>())).Request;

    private static SubjectSnapshot Subject(params (string Name, string? Value)[] fields) =>
        Some.Subject with { Fields = SubjectFields.From(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
}
