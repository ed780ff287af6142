using CustomerRadar.Core.Pauses;
using Nop.Plugin.Misc.CustomerRadar.Controllers;
using Nop.Plugin.Misc.CustomerRadar.Models;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Controllers;

public sealed class CustomerRadarSendingControllerTests
{
    private SendingBench _sending = null!;
    private PartBench _bench = null!;

    private CustomerRadarSendingController Controller => new(_bench.Gate, _bench.Services, EnglishTexts.Service);

    [SetUp]
    public void SetUp()
    {
        _sending = new SendingBench();
        _bench = new PartBench().With(_sending.Page);
    }

    [TearDown]
    public async Task TearDown() => await _sending.DisposeAsync();

    [Test]
    public async Task Pause_ThenEnd_IsShownAndGone()
    {
        Assert.That(PartBench.Answer(await Controller.Pause(default)), Is.EqualTo((true, "")));
        Assert.That(PartBench.Shown<SendingModel>(await Controller.Show(default)).IsPaused, Is.True);

        Assert.That(PartBench.Answer(await Controller.End("all", default)), Is.EqualTo((true, "")));
        Assert.That(PartBench.Shown<SendingModel>(await Controller.Show(default)).IsPaused, Is.False);
    }

    [TestCase("all")]
    [TestCase("connection:nobody")]
    [TestCase("")]
    [TestCase(null)]
    public async Task End_WhatIsNotPaused_SaysThatItIsOver(string? scope) =>
        Assert.That(PartBench.Answer(await Controller.End(scope, default)), Is.EqualTo((false, EnglishTexts.Of("Sending.Over"))));

    [Test]
    public async Task Confirm_Copy_SendsFromHere()
    {
        await _sending.LookLikeACopyAsync();
        Assert.That(PartBench.Shown<SendingModel>(await Controller.Show(default)).IsCopy, Is.True);
        Assert.That(PartBench.Answer(await Controller.Confirm(default)), Is.EqualTo((true, "")));
        Assert.That(PartBench.Shown<SendingModel>(await Controller.Show(default)).IsCopy, Is.False);
    }

    [Test]
    public async Task AnyButton_UninstallHasBegun_ChangesNothing()
    {
        await _sending.LookLikeACopyAsync();
        _bench.Gate.CloseForGood();
        var notWorking = (false, EnglishTexts.Of("NotWorking"));

        PartBench.IsNotWorking(await Controller.Show(default));
        Assert.That(PartBench.Answer(await Controller.Pause(default)), Is.EqualTo(notWorking));
        Assert.That(PartBench.Answer(await Controller.End("copy", default)), Is.EqualTo(notWorking));
        Assert.That(PartBench.Answer(await Controller.Confirm(default)), Is.EqualTo(notWorking));
        Assert.That(_sending.Spot.Pauses.Known.Keys, Is.EqualTo(new[] { PauseScope.Copy }));
    }
}
