using Nop.Plugin.Misc.CustomerRadar.Models;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Models;

public sealed class AlertsFormTests
{
    [Test]
    public void Apply_AllStores_TakesEverything()
    {
        var own = new CustomerRadarSettings();
        AlertsForm.Apply(new() { AlertMails = false, AlertMailsTo = "a@example.com;b@example.com", OrderNotes = false }, own);
        Assert.That((own.AlertMails, own.AlertMailsTo, own.OrderNotes), Is.EqualTo((false, "a@example.com, b@example.com", false)));
    }

    [Test]
    public void Apply_OneStore_TakesOnlyTheNotes()
    {
        var own = new CustomerRadarSettings { AlertMailsTo = "a@example.com" };
        AlertsForm.Apply(new() { ActiveStoreScopeConfiguration = 2, OrderNotes = false }, own);
        Assert.That((own.AlertMails, own.AlertMailsTo, own.OrderNotes), Is.EqualTo((true, "a@example.com", false)));
    }

    [TestCase("a@example.com, nonsense", "1 of these is no")]
    [TestCase("some, thing", "2 of these are no")]
    public void Faults_WrongAddress_IsCounted(string typed, string fault) =>
        Assert.That(AlertsForm.Faults(new() { AlertMailsTo = typed }), Has.Exactly(1).Matches<(string Field, string Fault)>(found => found.Field == "AlertMailsTo" && found.Fault.StartsWith(fault, StringComparison.Ordinal)));

    [Test]
    public void Faults_Nobody_IsNone() => Assert.That(AlertsForm.Faults(new()), Is.Empty);

    [TestCase(0, false, false)]
    [TestCase(2, false, true)]
    [TestCase(2, true, false)]
    public void FillShared_StoreWithoutItsOwn_ShowsThatOfAllStores(int scope, bool isOwn, bool expected)
    {
        var model = new ConfigurationModel { ActiveStoreScopeConfiguration = scope, OrderNotes_OverrideForStore = isOwn };
        AlertsForm.FillShared(new CustomerRadarSettings { OrderNotes = true }, model);
        Assert.That(model.OrderNotes, Is.EqualTo(expected));
    }
}
