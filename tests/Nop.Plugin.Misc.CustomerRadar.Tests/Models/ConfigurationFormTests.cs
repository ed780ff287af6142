using CustomerRadar.Core.Api;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Models;

public sealed class ConfigurationFormTests
{
    private static readonly SendRule Blank = new() { Key = RuleKey.Parse("order-paid"), Name = "Order paid", Trigger = Trigger.OrderPaid, Programme = default };

    private static ConfigurationModel Good() => new()
    {
        ApiAddress = "https://api.feedback.fyi",
        Username = "testing",
        Password = "testing12345",
        ClientDisplayId = "8291a9ed952342c5b5fe2915f2189e7c",
        RuleEnabled = true,
        DelayDays = 2,
        DelayHours = 3,
        ContactId = (int)ContactNeed.Email,
        Programme = "programme",
        Location = "location",
        Metadata = "invoice_no = %Order.OrderNumber%",
    };

    [TestCase(nameof(ConfigurationModel.Programme), null)]
    [TestCase(nameof(ConfigurationModel.Location), "")]
    [TestCase(nameof(ConfigurationModel.Pom), "a b")]
    [TestCase(nameof(ConfigurationModel.DelayDays), 366)]
    [TestCase(nameof(ConfigurationModel.DelayDays), -1)]
    [TestCase(nameof(ConfigurationModel.DelayHours), 24)]
    [TestCase(nameof(ConfigurationModel.ContactId), 99)]
    [TestCase(nameof(ConfigurationModel.Metadata), "nonsense")]
    public void Read_BadField_NamesItAndGivesNoRule(string field, object? value)
    {
        var model = Good();
        typeof(ConfigurationModel).GetProperty(field)!.SetValue(model, value);

        var (rule, faults) = ConfigurationForm.Read(model, Blank, isSaved: false, OrderTokens.Contains);
        Assert.That(rule, Is.Null);
        Assert.That(faults.Select(fault => fault.Field), Is.EqualTo(new[] { field }));
    }

    [Test]
    public void Read_ThenShow_GivesTheSamePage()
    {
        var shown = new ConfigurationModel();
        ConfigurationForm.Show(Read(Good()), shown);

        Assert.That(
            (shown.RuleEnabled, shown.DelayDays, shown.DelayHours, shown.ContactId, shown.Programme, shown.Location, shown.Pom, shown.Metadata),
            Is.EqualTo((true, 2, 3, (int)ContactNeed.Email, "programme", "location", (string?)null, "invoice_no = %Order.OrderNumber%")));
    }

    [Test]
    public void Read_NeverFilledIn_GivesNoRuleAndNoFault()
    {
        var blank = new ConfigurationModel { Metadata = "nonsense" };
        Assert.That((ConfigurationForm.Read(blank, Blank, isSaved: false, OrderTokens.Contains).Rule, ConfigurationForm.Read(blank, Blank, isSaved: false, OrderTokens.Contains).Faults.Count), Is.EqualTo(((SendRule?)null, 0)));
        Assert.That(ConfigurationForm.Read(blank, Blank, isSaved: true, OrderTokens.Contains).Faults, Is.Not.Empty, "A saved rule is not emptied by leaving the fields blank.");
    }

    [Test]
    public void CanShow_RuleOfThePage_IsTrue() => Assert.That(ConfigurationForm.CanShow(Read(Good())), Is.True);

    // What the page has no field for.
    private static IEnumerable<TestCaseData> Richer()
    {
        yield return Case("trigger", rule => rule with { Trigger = Trigger.OrderCompleted });
        yield return Case("filter", rule => rule with { Filters = [new RuleFilter("Order.Total", FilterTest.AtLeast, ["50"])] });
        yield return Case("cap", rule => rule with { Cap = new FrequencyCap(30) });
        yield return Case("half an hour", rule => rule with { Delay = new SendDelay(1, new TimeSpan(3, 30, 0)) });
        yield return Case("24 hours", rule => rule with { Delay = new SendDelay(1, TimeSpan.FromHours(24)) });
        yield return Case("no default location", rule => rule with { DefaultLocation = null, Locations = [new LocationRow("Order.BillingCountry", "x", new LocationTarget(LocationDisplayId.Parse("l")))] });
        yield return Case("sample", rule => rule with { SamplePercent = 50 });

        static TestCaseData Case(string what, Func<SendRule, SendRule> change) => new TestCaseData(change).SetArgDisplayNames(what);
    }

    [TestCaseSource(nameof(Richer))]
    public void CanShow_RicherRule_IsFalse(Func<SendRule, SendRule> change) => Assert.That(ConfigurationForm.CanShow(change(Read(Good()))), Is.False);

    private static SendRule Read(ConfigurationModel model) =>
        ConfigurationForm.Read(model, Blank, isSaved: false, OrderTokens.Contains) is { Rule: { } rule }
            ? rule
            : throw new AssertionException("There is no rule.");
}
