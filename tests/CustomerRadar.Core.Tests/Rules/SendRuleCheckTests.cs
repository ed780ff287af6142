using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Tests.Invitations;

namespace CustomerRadar.Core.Tests.Rules;

public sealed class SendRuleCheckTests
{
    private static readonly HashSet<string> Known = ["Order.OrderNumber", "Order.Total", "Order.Warehouse", "Customer.Email"];
    private static readonly string[] Families = ["Order.CheckoutAttribute."];

    [Test]
    public void Of_GoodRule_HasNoFaults() => Assert.That(SendRuleCheck.Of(Some.Rule, Known), Is.Empty);

    [TestCase("%Order.OrderNumber%")]
    [TestCase("web")]
    [TestCase("%Order.CheckoutAttribute.Gift%")]
    public void Of_KnownToken_IsFine(string template) => Assert.That(Faults(Metadata(template)), Is.Empty);

    [TestCase("%Order.OrderNmber%", "metadata[0].value: %Order.OrderNmber% is not known here. Did you mean %Order.OrderNumber%?")]
    [TestCase("%order.total%", "metadata[0].value: %order.total% is not known here. Did you mean %Order.Total%?", TestName = "Case counts")]
    [TestCase("%Order.CheckoutAttribute.%", "metadata[0].value: %Order.CheckoutAttribute.% needs a name at its end.", TestName = "The start of a family is no field")]
    [TestCase("%Order.Ttl%", "metadata[0].value: %Order.Ttl% is not known here. Did you mean %Order.Total%?", TestName = "Two letters are missing")]
    [TestCase("%Order.Rest%", "metadata[0].value: %Order.Rest% is not known here.", TestName = "Too much is different")]
    [TestCase("%Weather%", "metadata[0].value: %Weather% is not known here.", TestName = "Nothing is near")]
    public void Of_UnknownToken_IsNamedWithTheNearest(string template, string fault) =>
        Assert.That(Faults(Metadata(template)), Is.EqualTo(new[] { fault }));

    [Test]
    public void Of_UnknownFields_AreNamedWhereverTheyStand()
    {
        var rule = Some.Rule with
        {
            Filters = [new RuleFilter("Order.Totl", FilterTest.AtLeast, ["1"])],
            Consent = new ConsentNeed("Customer.Emial", ["x"]),
            Programmes = [new ProgrammeRow("Nothing", "x", Some.Rule.Programme)],
            Locations = [new LocationRow("Order.Warehouses", "x", Some.Rule.DefaultLocation!)],
        };
        Assert.That(Faults(rule), Is.EqualTo(new[]
        {
            "filters[0].field: \"Order.Totl\" is not known here. Did you mean \"Order.Total\"?",
            "consent.field: \"Customer.Emial\" is not known here. Did you mean \"Customer.Email\"?",
            "programmes[0].field: \"Nothing\" is not known here.",
            "locations[0].field: \"Order.Warehouses\" is not known here. Did you mean \"Order.Warehouse\"?",
        }));
    }

    // What the merchant's pages can hand in though a document could not.
    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case(Some.Rule with { Key = default }, "key: is missing.");
        yield return Case(Some.Rule with { Name = " " }, "name: is missing.");
        yield return Case(Some.Rule with { Store = Some.Store, Client = Some.Connection.ClientDisplayId }, "clientDisplayId: is for rules of all stores; this one names its store.");
        yield return Case(Some.Rule with { Delay = new SendDelay(-1, TimeSpan.Zero) }, "delay: must be 0 to 365 days and 0 to 24 hours.");
        yield return Case(Some.Rule with { Window = new SendWindow(new HashSet<DayOfWeek>(), default, default) }, "window.days: needs at least one weekday, or it would never open.");
        yield return Case(Some.Rule with { Filters = [new RuleFilter("Order.Total", FilterTest.Matches, [" "])] }, "filters[0].values: needs at least one text for Matches, and no blank one.");
        yield return Case(Some.Rule with { Consent = new ConsentNeed("", ["x"]) }, "consent.field: is missing.");
        yield return Case(Some.Rule with { SamplePercent = double.NaN }, "samplePercent: must be a number above 0, and at most 100.");
        yield return Case(Some.Rule with { Cap = new FrequencyCap(0) }, "cap.days: must be a whole number from 1 to 3650.");
        yield return Case(Some.Rule with { MaximumAgeDays = 0 }, "maximumAgeDays: must be a whole number from 1 to 365.");
        yield return Case(Some.Rule with { Programme = default }, "programmeDisplayId: is missing.");
        yield return Case(Some.Rule with { DefaultLocation = new LocationTarget(default) }, "defaultLocation.locationDisplayId: is missing.");
        yield return Case(Some.Rule with { DefaultLocation = null }, "defaultLocation: is missing: a rule needs it, or rows under \"locations\".");
        yield return Case(Some.Rule with { Locations = [new LocationRow("Order.Warehouse", "x", new LocationTarget(default))] }, "locations[0].locationDisplayId: is missing.");
    }

    [TestCaseSource(nameof(Wrong))]
    public void Of_WrongRule_SaysWhere(SendRule rule, string fault) =>
        Assert.That(SendRuleCheck.Of(rule, Known).Select(found => found.ToString()), Is.EqualTo(new[] { fault }));

    private static TestCaseData Case(SendRule rule, string fault) => new TestCaseData(rule, fault).SetName(fault);

    private static SendRule Metadata(string template) => Some.Rule with { Metadata = [new MetadataRow("key", MetadataTemplate.Parse(template))] };

    private static IEnumerable<string> Faults(SendRule rule) => SendRuleCheck.Of(rule, Known, Families).Select(fault => fault.ToString());
}
