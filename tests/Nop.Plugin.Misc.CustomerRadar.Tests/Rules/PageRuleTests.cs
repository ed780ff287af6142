using CustomerRadar.Core.Rules;
using Nop.Plugin.Misc.CustomerRadar.Models;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Rules;

public sealed class PageRuleTests
{
    private static readonly SendRule Shared = RuleBench.Rule("order-paid");
    private static readonly SendRule Own = RuleBench.Rule("order-paid-store-2", store: 2);
    private static readonly SendRule Rich = Shared with { Filters = [new RuleFilter("Order.Total", FilterTest.AtLeast, ["50"])] };

    private static async Task<ConfigurationModel> ShownAsync(RuleBench bench, int scope)
    {
        var model = new ConfigurationModel { ActiveStoreScopeConfiguration = scope };
        await bench.Page.ShowAsync(model, default);
        return model;
    }

    [Test]
    public async Task ShowAsync_StoreWithoutOwnRule_ShowsTheOneForAllStores()
    {
        var model = await ShownAsync(new RuleBench(Shared with { Delay = new SendDelay(5, default) }), scope: 2);
        Assert.That((model.RuleIsOwn, model.DelayDays, model.WaitingCount), Is.EqualTo((false, 5, 0)));
    }

    [Test]
    public async Task ShowAsync_StoreWithOwnRule_ShowsItAndWhatWaits()
    {
        var bench = new RuleBench(Shared, Own with { Delay = new SendDelay(7, default) });
        bench.Waiting["order-paid-store-2"] = 3;
        var model = await ShownAsync(bench, scope: 2);
        Assert.That((model.RuleIsOwn, model.DelayDays, model.WaitingCount), Is.EqualTo((true, 7, 3)));
    }

    [Test]
    public async Task ReadAsync_StoreTicksItsOwnRule_SavesOneOfThatStoreAndLeavesTheOther()
    {
        var bench = new RuleBench(Shared);
        var model = await ShownAsync(bench, scope: 2);
        var (writes, faults) = await bench.Page.ReadAsync(model with { RuleIsOwn = true, RuleEnabled = true, Location = "second" }, default);

        Assert.That(faults, Is.Empty);
        var saved = writes.Saved.Single();
        Assert.That(
            (saved.Key.ToString(), saved.Store.ToString(), saved.DefaultLocation!.Location.ToString(), saved.ActiveFrom),
            Is.EqualTo(("order-paid-store-2", "2", "second", (DateTimeOffset?)RuleBench.Now)));
    }

    [Test]
    public async Task ReadAsync_StoreUnticksItsOwnRule_DeletesIt()
    {
        var bench = new RuleBench(Shared, Own);
        var (writes, _) = await bench.Page.ReadAsync(new ConfigurationModel { ActiveStoreScopeConfiguration = 2 }, default);
        Assert.That((writes.Saved.Count, writes.Deleted.Single()), Is.EqualTo((0, Own.Key)));
    }

    [Test]
    public async Task ReadAsync_RuleRicherThanTheForm_OnlySwitchesIt()
    {
        var bench = new RuleBench(Rich);
        var model = await ShownAsync(bench, scope: 0);
        Assert.That(model.RuleIsByJson, Is.True);

        var (writes, faults) = await bench.Page.ReadAsync(new ConfigurationModel { RuleEnabled = false, Programme = "", DelayDays = 99 }, default);

        Assert.That(faults, Is.Empty);
        Assert.That(
            SendRuleDocument.Write(writes.Saved.Single() with { ActiveFrom = null }).ToString(),
            Is.EqualTo(SendRuleDocument.Write(Rich with { Enabled = false, ActiveFrom = null }).ToString()));
    }

    [Test]
    public async Task ReadAsync_WhatThePageDoesNotShow_Stays()
    {
        var bench = new RuleBench(Shared with { Name = "My name" });
        var (writes, _) = await bench.Page.ReadAsync((await ShownAsync(bench, scope: 0)) with { DelayDays = 1, Waiting = "" }, default);
        Assert.That((writes.Saved.Single().Name, writes.Saved.Single().ActiveFrom), Is.EqualTo(("My name", Shared.ActiveFrom)));
    }

    [Test]
    public async Task ReadAsync_SwitchedOn_StartsNow()
    {
        var bench = new RuleBench(Shared with { Enabled = false });
        var (writes, _) = await bench.Page.ReadAsync((await ShownAsync(bench, scope: 0)) with { RuleEnabled = true }, default);
        Assert.That(writes.Saved.Single().ActiveFrom, Is.EqualTo(RuleBench.Now));
    }

    // What was chosen for the rows that wait, the new delay -> asked?, replanned?
    [TestCase("", 2, true, false)]
    [TestCase(null, 2, true, false)]
    [TestCase("keep", 2, false, false)]
    [TestCase("move", 2, false, true)]
    [TestCase("", 0, false, false)]
    [TestCase("move", 0, false, false)]
    public async Task ReadAsync_RowsWait_AsksWhatBecomesOfThemWhenTheDelayChanges(string? chosen, int days, bool asked, bool replanned)
    {
        var bench = new RuleBench(Shared);
        bench.Waiting["order-paid"] = 3;
        var (writes, faults) = await bench.Page.ReadAsync((await ShownAsync(bench, scope: 0)) with { DelayDays = days, Waiting = chosen }, default);

        Assert.That(faults.Select(fault => fault.Field), asked ? Is.EqualTo(new[] { "Waiting" }) : Is.Empty);
        Assert.That(writes.Replanned.Count, Is.EqualTo(replanned ? 1 : 0));
    }

    [Test]
    public async Task ReadAsync_StoredRuleIsUnreadable_WritesNothingOverIt()
    {
        var bench = new RuleBench();
        bench.Unreadable.Add(new UnreadableRule(Shared.Key, "Order paid", "{", ["This is not JSON"]));
        var model = await ShownAsync(bench, scope: 0);
        var (writes, _) = await bench.Page.ReadAsync(model with { RuleEnabled = true, Programme = "p", Location = "l" }, default);
        Assert.That((model.RuleIsUnreadable, writes.Saved.Count), Is.EqualTo((true, 0)));
    }
}
