using CustomerRadar.Core.Periodic;
using Moq;
using Nop.Plugin.Misc.CustomerRadar.Backfills;
using Nop.Plugin.Misc.CustomerRadar.Controllers;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Tests.Backfills;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Controllers;

public sealed class CustomerRadarBackfillsControllerTests
{
    private static readonly BackfillModel Right = BackfillBench.Right;

    private BackfillBench _backfills = null!;
    private PartBench _bench = null!;

    private CustomerRadarBackfillsController Controller => new(_bench.Gate, _bench.Services, EnglishTexts.Service);

    [SetUp]
    public void SetUp()
    {
        _backfills = new BackfillBench();
        _backfills.Backfills.Setup(x => x.ListAsync(It.IsAny<int>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        _bench = new PartBench().With(_backfills.Desk);
    }

    [Test]
    public async Task Form_OffersTheRules() =>
        Assert.That(PartBench.Shown<IReadOnlyList<BackfillChoice>>(await Controller.Form(default)).Select(choice => choice.Value), Does.Contain(Right.Rule));

    [Test]
    public async Task CountThenStart_StartsWhatWasCounted()
    {
        var counted = PartBench.Shown<BackfillAnswer>(await Controller.Count(Right, default));
        Assert.That((counted.Count, counted.IsStarted), Is.EqualTo((2, false)));
        _backfills.Backfills.Verify(x => x.AddAsync(It.IsAny<BackfillPlan>(), It.IsAny<CancellationToken>()), Times.Never);

        Assert.That(PartBench.Shown<BackfillAnswer>(await Controller.Start(Right with { Counted = counted.Counted }, default)).IsStarted, Is.True);
        _backfills.Backfills.Verify(x => x.AddAsync(It.IsAny<BackfillPlan>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Test]
    public async Task Start_OtherFieldsThanCounted_StartsNothing()
    {
        var shown = PartBench.Shown<BackfillAnswer>(await Controller.Start(Right with { Counted = (Right with { PerHour = "5" }).Fields }, default));
        Assert.That((shown.IsOutdated, shown.IsStarted), Is.EqualTo((true, false)));
        _backfills.Backfills.VerifyNoOtherCalls();
    }

    [TestCase("Rule", "order-paid")]
    [TestCase("Rule", "9 order-paid")]
    [TestCase("From", "1 March")]
    [TestCase("Until", null)]
    [TestCase("PerHour", "many")]
    public async Task CountAndStart_BadInput_NameTheFieldAndStartNothing(string field, string? typed)
    {
        var model = Right with { };
        typeof(BackfillModel).GetProperty(field)!.SetValue(model, typed);
        foreach (var result in new[] { await Controller.Count(model, default), await Controller.Start(model with { Counted = model.Fields }, default) })
            Assert.That(PartBench.Shown<BackfillAnswer>(result).Faults.Select(fault => fault.Field), Does.Contain(field));
        _backfills.Backfills.VerifyNoOtherCalls();
    }

    [Test]
    public async Task StopAndGoOn_ShowTheListAnew()
    {
        _backfills.Backfills.Setup(x => x.SetStateAsync(5, It.IsAny<BackfillState>(), It.IsAny<string?>(), It.IsAny<CancellationToken>())).ReturnsAsync(true);
        Assert.That(PartBench.Shown<IReadOnlyList<BackfillRow>>(await Controller.Stop(5, default)), Is.Empty);
        Assert.That(PartBench.Shown<IReadOnlyList<BackfillRow>>(await Controller.GoOn(5, default)), Is.Empty);
        _backfills.Backfills.Verify(x => x.SetStateAsync(5, BackfillState.Stopped, It.IsAny<string?>(), It.IsAny<CancellationToken>()), Times.Once);
        _backfills.Backfills.Verify(x => x.SetStateAsync(5, BackfillState.Running, null, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Test]
    public async Task Any_UninstallHasBegun_ReadsAndStartsNothing()
    {
        _bench.Gate.CloseForGood();
        PartBench.IsNotWorking(await Controller.Form(default));
        PartBench.IsNotWorking(await Controller.List(default));
        PartBench.IsNotWorking(await Controller.Count(Right, default));
        PartBench.IsNotWorking(await Controller.Start(Right with { Counted = Right.Fields }, default));
        PartBench.IsNotWorking(await Controller.Stop(5, default));
        PartBench.IsNotWorking(await Controller.GoOn(5, default));
        _backfills.Backfills.VerifyNoOtherCalls();
    }
}
