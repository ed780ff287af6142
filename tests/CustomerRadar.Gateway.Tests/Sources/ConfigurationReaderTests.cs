using CustomerRadar.Core.Rules;
using CustomerRadar.Gateway.Settings;
using CustomerRadar.Gateway.Sources;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Gateway.Tests.Sources;

internal sealed class ConfigurationReaderTests
{
    private static readonly string Sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "gateway.json"));

    [Test]
    public void Parse_TheSample_IsRight()
    {
        var configuration = Parse(Sample);
        Assert.That((configuration.Sources.Keys.Single(), configuration.Rules.Single().Key.ToString()), Is.EqualTo(("calcom", "after-booking")));
    }

    // JSONPath of what is changed, the new value (null removes it), the fault that must be named.
    [TestCase("sources", null, "sources: is missing")]
    [TestCase("sources.calcom.signature", null, "sources.calcom.signature: is missing: a source without a secret would take invitations from anybody")]
    [TestCase("sources.calcom.signature.secret", "env:NOT_SET", "sources.calcom.signature.secret: the environment has no variable NOT_SET")]
    [TestCase("sources.calcom.signature.secret", "", "sources.calcom.signature.secret: is missing")]
    [TestCase("sources.calcom.signature.scheme", "md5", "sources.calcom.signature.scheme: must be hmac-sha256-hex")]
    [TestCase("sources.calcom.event", "triggerEvent", "sources.calcom.event: must be a path such as $.payload.uid")]
    [TestCase("sources.calcom.event", "$..a", "sources.calcom.event: must be a path")]
    [TestCase("sources.calcom.event", "$.a[?(@.b == 1)]", "sources.calcom.event: must be a path")]
    [TestCase("sources.calcom.events", null, "sources.calcom.events: is missing")]
    [TestCase("sources.calcom.events[0].action", "Complet", "sources.calcom.events[0].action: must be one of Complete, Cancel")]
    [TestCase("sources.calcom.events[0].occurredAt", null, "sources.calcom.events[0].occurredAt: is missing")]
    [TestCase("sources.calcom.events[1].when", null, "sources.calcom.events[1].when: is missing")]
    [TestCase("rules[0].key", null, "rules[0].key: is missing")]
    [TestCase("rules[0].trigger", "OrderPayed", "rules[0].trigger: must be one of OrderPlaced, OrderPaid")]
    [TestCase("rules[0].programmeDisplayId", "a b", "rules[0].programmeDisplayId: A programme id is 1 to 100 characters without spaces")]
    [TestCase("rules[0].delay.hours", "two", "rules[0].delay.hours: must be a whole number from 0 to 24")]
    [TestCase("rules[0].metadata[2].key", null, "rules[0].metadata[2].key: is missing")]
    [TestCase("rules[0].metadata[0].value", "%Booking.Refrence%", "the rule \"after-booking\": metadata[0].value: %Booking.Refrence% is not known here. Did you mean %Booking.Reference%?")]
    [TestCase("rules[0].locations[0].field", "Booking.Venue", "the rule \"after-booking\": locations[0].field: \"Booking.Venue\" is not known here.")]
    [TestCase("rules[0].maximumAgeDays", "30", "rules[0].maximumAgeDays: must be a whole number from 1 to 365")]
    [TestCase("rules[0].store", "calendly", "the rule \"after-booking\" is for the store \"calendly\"")]
    [TestCase("rules[0].activeFrom", "yesterday", "rules[0].activeFrom: must be a date and time")]
    public void Parse_OneFault_IsNamedWithItsPlace(string place, string? value, string fault)
    {
        var json = JObject.Parse(Sample);
        var (parent, name) = place.LastIndexOf('.') is var dot and > 0 ? (json.SelectToken(place[..dot])!, place[(dot + 1)..]) : (json, place);
        if (value is null)
            ((JObject)parent).Remove(name);
        else
            parent[name] = value;

        Assert.That(() => Parse(json.ToString()), Throws.TypeOf<SettingsException>().With.Message.Contains(fault));
    }

    [Test]
    public void Parse_MisspeltMember_NamesTheKnownOnes() =>
        Assert.That(
            () => Parse(Sample.Replace("\"handshakes\"", "\"handshake\"", StringComparison.Ordinal)),
            Throws.TypeOf<SettingsException>().With.Message.Contains("sources.calcom.handshake: is not known here").And.Message.Contains("handshakes"));

    [Test]
    public void Parse_SeveralFaults_NamesAll()
    {
        var json = JObject.Parse(Sample);
        json["rules"]![0]!["key"] = "";
        json["rules"]![0]!["contact"] = "Fax";
        Assert.That(() => Parse(json.ToString()), Throws.TypeOf<SettingsException>().With.Message.Contains("rules[0].key").And.Message.Contains("rules[0].contact"));
    }

    [Test]
    public void Samples_RulesFile_IsReadWithEveryMember()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "rules.json"));
        var reading = SendRulesDocument.Read(text);

        Assert.That(reading.Faults, Is.Empty);
        // Every member but the store, which a rule of all stores has not; the fields are computed.
        Assert.That(JObject.Parse(text)["rules"]![0]!.Children<JProperty>().Count(), Is.EqualTo(typeof(SendRule).GetProperties().Length - 2));
    }

    [Test]
    public void Parse_NoJson_SaysWhere() =>
        Assert.That(() => Parse("{ \"sources\": "), Throws.TypeOf<SettingsException>().With.Message.Contains("This is not JSON").And.Message.Contains("line 1"));

    private static GatewayConfiguration Parse(string text) => ConfigurationReader.Parse(text, name => name == "CALCOM_SECRET" ? "secret" : null);
}
