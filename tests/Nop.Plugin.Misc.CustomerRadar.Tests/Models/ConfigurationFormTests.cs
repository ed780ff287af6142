using CustomerRadar.Core.Rules;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Models;

public sealed class ConfigurationFormTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

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
    public void TryReadRule_BadField_NamesItAndGivesNoRule(string field, object? value)
    {
        var model = Good();
        typeof(ConfigurationModel).GetProperty(field)!.SetValue(model, value);

        Assert.That(ConfigurationForm.TryReadRule(model, null, Now, OrderTokens.Contains, out var rule, out var faults), Is.False);
        Assert.That(rule, Is.Null);
        Assert.That(faults.Select(fault => fault.Field), Is.EqualTo(new[] { field }));
    }

    [Test]
    public void TryReadRule_ThenShow_GivesTheSamePage()
    {
        var shown = new ConfigurationModel();
        ConfigurationForm.Show(Read(Good()), shown);

        Assert.That(
            (shown.RuleEnabled, shown.DelayDays, shown.DelayHours, shown.ContactId, shown.Programme, shown.Location, shown.Pom, shown.Metadata),
            Is.EqualTo((true, 2, 3, (int)ContactNeed.Email, "programme", "location", (string?)null, "invoice_no = %Order.OrderNumber%")));
    }

    [Test]
    public void TryReadRule_SwitchedOnNow_InvitesFromNowOn() =>
        Assert.That(Read(Good(), Read(Good() with { RuleEnabled = false }, at: Now.AddDays(-3))).ActiveFrom, Is.EqualTo(Now));

    [Test]
    public void TryReadRule_SwitchedOnBefore_KeepsItsStart() =>
        Assert.That(Read(Good(), Read(Good(), at: Now.AddDays(-3))).ActiveFrom, Is.EqualTo(Now.AddDays(-3)));

    private static SendRule Read(ConfigurationModel model, SendRule? before = null, DateTimeOffset? at = null) =>
        ConfigurationForm.TryReadRule(model, before, at ?? Now, OrderTokens.Contains, out var rule, out var faults)
            ? rule
            : throw new AssertionException(string.Join(' ', faults));
}
