using CustomerRadar.Core.Rules;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Tests.Rules;

public sealed class SendRuleDocumentTests
{
    private const string Least = """
        {"key":"k","name":"n","trigger":"OrderPaid","programmeDisplayId":"p","defaultLocation":{"locationDisplayId":"l"}}
        """;

    [Test]
    public void Read_TheLeast_HasTheDefaultsOfTheDocumentation()
    {
        var rule = Read(JObject.Parse(Least)).Rule!;
        Assert.Multiple(() =>
        {
            Assert.That(rule.Enabled, Is.True);
            Assert.That((rule.Store, rule.Client, rule.ActiveFrom, rule.Window, rule.Consent, rule.Cap), Is.EqualTo(((object?)null, (object?)null, (object?)null, (object?)null, (object?)null, (object?)null)));
            Assert.That(rule.Delay, Is.EqualTo(SendDelay.None));
            Assert.That((rule.Shipment, rule.Rental, rule.Contact), Is.EqualTo((ShipmentPick.First, RentalPick.Order, ContactNeed.EmailOrMobile)));
            Assert.That((rule.SamplePercent, rule.MaximumAgeDays), Is.EqualTo((100.0, 30)));
            Assert.That((rule.InAddition, rule.ForeignNumbers), Is.EqualTo((false, false)));
            Assert.That(rule.Filters.Count + rule.Programmes.Count + rule.Locations.Count + rule.Metadata.Count, Is.Zero);
        });
    }

    [Test]
    public void Read_WindowUntil24_EndsAtMidnight() =>
        Assert.That(
            Read(With("window", """{"days":["monday"],"from":"09:00","to":"24:00"}""")).Rule!.Window,
            Is.EqualTo(new SendWindow(new HashSet<DayOfWeek> { DayOfWeek.Monday }, new TimeOnly(9, 0), TimeOnly.MinValue)));

    // member, its JSON, the fault
    [TestCase("samplepercent", "5", "samplepercent: is not known here. Did you mean samplePercent?")]
    [TestCase("trigger", "\"0\"", "trigger: must be one of OrderPlaced, ")]
    [TestCase("trigger", "null", "trigger: is missing.")]
    [TestCase("clientDisplayId", "\"a b\"", "clientDisplayId: A client id is 1 to 100 characters without spaces.")]
    [TestCase("delay", """{"days":366}""", "delay.days: must be a whole number from 0 to 365.")]
    [TestCase("delay", """{"hours":24,"minutes":1}""", "delay.minutes: must be 0 beside 24 hours")]
    [TestCase("window", """{"from":"09:00","to":"18:00"}""", "window.days: needs at least one weekday")]
    [TestCase("window", """{"days":["Mon"],"from":"09:00","to":"18:00"}""", "window.days[0]: must be one of Sunday, ")]
    [TestCase("window", """{"days":["Monday","monday"],"from":"09:00","to":"18:00"}""", "window.days[1]: stands twice.")]
    [TestCase("window", """{"days":["Monday"],"from":"9","to":"18:00"}""", "window.from: must be a time of day such as 09:00.")]
    [TestCase("window", """{"days":["Monday"],"from":"09:00"}""", "window.to: is missing.")]
    [TestCase("window", """{"days":["Monday"],"from":"09:00","to":"18:00","zone":"UTC"}""", "window.zone: is not known here.")]
    [TestCase("shipment", "\"Second\"", "shipment: must be one of First, Last.")]
    [TestCase("rental", "\"Each\"", "rental: must be one of Order, Item.")]
    [TestCase("filters", """[{"field":"a","test":"Is","values":["1"]}]""", "filters[0].test: must be one of IsOneOf, ")]
    [TestCase("filters", """[{"test":"IsEmpty"}]""", "filters[0].field: is missing.")]
    [TestCase("filters", """[{"field":"a","test":"IsEmpty","values":["1"]}]""", "filters[0].values: must be left out for IsEmpty.")]
    [TestCase("filters", """[{"field":"a","test":"IsOneOf"}]""", "filters[0].values: needs at least one text for IsOneOf")]
    [TestCase("filters", """[{"field":"a","test":"AtLeast","values":["1,5"]}]""", "filters[0].values: must be one number for AtLeast")]
    [TestCase("filters", """[{"field":"a","test":"AtLeast","values":["1","2"]}]""", "filters[0].values: must be one number for AtLeast")]
    [TestCase("filters", """[{"field":"a","test":"IsOneOf","values":[1]}]""", "filters[0].values[0]: must be a text in quotation marks.")]
    [TestCase("consent", """{"field":"a"}""", "consent.values: needs at least one value that means yes")]
    [TestCase("consent", "true", "consent: must be an object in braces.")]
    [TestCase("samplePercent", "0", "samplePercent: must be a number above 0, and at most 100.")]
    [TestCase("samplePercent", "100.5", "samplePercent: must be a number above 0, and at most 100.")]
    [TestCase("samplePercent", "\"10\"", "samplePercent: must be a number above 0, and at most 100.")]
    [TestCase("cap", """{"days":0}""", "cap.days: must be a whole number from 1 to 3650.")]
    [TestCase("cap", "{}", "cap.days: is missing.")]
    [TestCase("cap", "30", "cap: must be an object in braces.")]
    [TestCase("inAddition", "\"yes\"", "inAddition: must be true or false.")]
    [TestCase("maximumAgeDays", "366", "maximumAgeDays: must be a whole number from 1 to 365.")]
    [TestCase("programmes", """[{"field":"a","value":"b"}]""", "programmes[0].programmeDisplayId: is missing.")]
    [TestCase("locations", """[{"field":"a","value":"b"}]""", "locations[0].locationDisplayId: is missing.")]
    [TestCase("defaultLocation", "null", "defaultLocation: is missing: a rule needs it, or rows under \"locations\".")]
    [TestCase("metadata", """[{"key":"a","value":"1"},{"key":"a","value":"2"}]""", "metadata[1].key: the key \"a\" stands twice.")]
    [TestCase("metadata", """[{"key":"a\u0007b","value":"1"}]""", "metadata[0].key: must be one line of at most 200 characters.")]
    public void Read_Fault_IsNamedWithItsPlace(string member, string json, string fault)
    {
        var (rule, faults) = Read(With(member, json));
        Assert.That(rule, Is.Null);
        Assert.That(faults, Has.Count.EqualTo(1).And.Some.StartsWith(fault));
    }

    [Test]
    public void Read_SeveralFaults_NamesThemAll()
    {
        var json = With("cap", """{"days":-1}""");
        json["filters"] = JArray.Parse("""[{"field":"a","test":"Is"},{"field":"b","test":"IsEmpty","value":"c"}]""");
        Assert.That(Read(json).Faults, Is.EqualTo(new[]
        {
            "filters[0].test: must be one of IsOneOf, IsNoneOf, AtLeast, AtMost, IsEmpty, IsNotEmpty, Matches, MatchesNot.",
            "filters[1].value: is not known here. Did you mean values?",
            "cap.days: must be a whole number from 1 to 3650.",
        }));
    }

    private static JObject With(string member, string json)
    {
        var document = JObject.Parse(Least);
        document[member] = JToken.Parse(json);
        return document;
    }

    private static (SendRule? Rule, IReadOnlyCollection<string> Faults) Read(JObject json)
    {
        var document = DocumentObject.Parse(json.ToString());
        return (SendRuleDocument.Read(document), document.Faults);
    }
}
