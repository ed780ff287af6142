using CustomerRadar.Core.Api;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Rules;
using Moq;
using Nop.Plugin.Misc.CustomerRadar.Backfills;
using Nop.Plugin.Misc.CustomerRadar.Tests.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Backfills;

public sealed class BackfillDeskTests
{
    private BackfillBench _bench = null!;

    [SetUp]
    public void SetUp() => _bench = new BackfillBench();

    [Test]
    public async Task Choices_AreRulesThatInvite_WithTheStoresThatTheyServe()
    {
        _bench.Rules =
        [
            BackfillBench.Paid,
            RuleBench.Rule("off") with { Enabled = false },
            RuleBench.Rule("two", store: 2) with { Name = "Another" },
            RuleBench.Rule("client") with { Client = ClientDisplayId.Parse("nobody") },
        ];
        var choices = await _bench.Desk.ChoicesAsync(default);
        Assert.That(choices, Is.EqualTo(new[] { new BackfillChoice("2 two", "Another", "Two"), new BackfillChoice("1 order-paid", "order-paid", "One") }));
    }

    [Test]
    public async Task Count_ShowsOrderNumbersInTheZoneOfTheStore_AndStartsNothing()
    {
        var answer = await _bench.Desk.CountAsync(BackfillBench.Right, default);
        Assert.That((answer.Faults.Count, answer.Count, answer.Counted), Is.EqualTo((0, 2, BackfillBench.Right.Fields)));
        Assert.That(answer.Sample, Is.EqualTo(new[]
        {
            new BackfillSampleRow("NUMBER-123", new DateTimeOffset(2026, 2, 11, 1, 0, 0, TimeSpan.FromHours(13)), IsInvited: false),
            new BackfillSampleRow("order:7", new DateTimeOffset(2026, 2, 11, 1, 0, 0, TimeSpan.FromHours(13)), IsInvited: true),
        }));
        _bench.Backfills.VerifyNoOtherCalls();
    }

    [Test]
    public async Task Start_AsItWasCounted_StartsSoon()
    {
        var answer = await _bench.Desk.StartAsync(BackfillBench.Right with { Counted = BackfillBench.Right.Fields }, default);
        Assert.That((answer.IsStarted, answer.IsOutdated), Is.EqualTo((true, false)));
        _bench.Backfills.Verify(x => x.AddAsync(It.Is<BackfillPlan>(plan => plan.Rule == BackfillBench.Paid.Key && plan.Store == BackfillBench.One && plan.Expected == 2 && plan.PerHour == 60), default));
        _bench.Jobs.Verify(x => x.RunSoonAsync("backfill", default));
    }

    [TestCase(null)]
    [TestCase("1 order-paid|2025-02-01|2026-02-28|60")]
    public async Task Start_OtherFieldsThanCounted_CountsAnewAndStartsNothing(string? counted)
    {
        var answer = await _bench.Desk.StartAsync(BackfillBench.Right with { Counted = counted }, default);
        Assert.That((answer.IsStarted, answer.IsOutdated, answer.Count), Is.EqualTo((false, true, 2)));
        _bench.Backfills.VerifyNoOtherCalls();
    }

    [TestCase("0", "PerHour")]
    [TestCase("3601", "PerHour")]
    public async Task Start_CoreObjects_NamesTheField(string perHour, string field)
    {
        var model = BackfillBench.Right with { PerHour = perHour };
        var answer = await _bench.Desk.StartAsync(model with { Counted = model.Fields }, default);
        Assert.That((answer.IsStarted, answer.Faults.Single().Field), Is.EqualTo((false, field)));
        _bench.Backfills.VerifyNoOtherCalls();
        _bench.Jobs.VerifyNoOtherCalls();
    }

    [Test]
    public async Task List_NamesRuleStoreAndDays_AlsoOfARuleThatIsGone()
    {
        var plan = new BackfillPlan(BackfillBench.One, BackfillBench.Paid.Key, new DateTimeOffset(2026, 1, 31, 11, 0, 0, default), new DateTimeOffset(2026, 2, 28, 11, 0, 0, default), 60, 9, "x");
        Backfill Stored(RuleKey rule) => new(1, plan with { Rule = rule }, BackfillState.Running, null, BackfillProgress.None, RuleBench.Now, RuleBench.Now);
        _bench.Backfills.Setup(x => x.ListAsync(It.IsAny<int>(), default)).ReturnsAsync([Stored(BackfillBench.Paid.Key), Stored(RuleKey.Parse("gone"))]);
        var rows = await _bench.Desk.ListAsync(default);
        Assert.That(rows.Select(row => (row.Rule, row.Store, row.From, row.Until)), Is.EqualTo(new[]
        {
            ("order-paid", "One", new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28)), ("gone", "One", new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28)),
        }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task GoOn_OnlyWhatWasStopped_BeginsSoon(bool wasStopped)
    {
        _bench.Backfills.Setup(x => x.SetStateAsync(5, BackfillState.Running, null, default)).ReturnsAsync(wasStopped);
        await _bench.Desk.GoOnAsync(5, default);
        _bench.Jobs.Verify(x => x.RunSoonAsync("backfill", default), Times.Exactly(wasStopped ? 1 : 0));
    }
}
