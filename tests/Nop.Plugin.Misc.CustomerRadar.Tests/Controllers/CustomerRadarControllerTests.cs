using Microsoft.AspNetCore.Mvc;
using Moq;
using Nop.Plugin.Misc.CustomerRadar.Models;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Controllers;

public sealed class CustomerRadarControllerTests
{
    private PageBench _bench = null!;

    [SetUp]
    public void SetUp() => _bench = new PageBench();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task Configure_FilledPage_IsSavedAndShownAnew()
    {
        Assert.That(await _bench.Controller.Configure(PageBench.Filled(), default), Is.InstanceOf<RedirectToActionResult>());

        Assert.That(_bench.Settings.Rows[(0, "Username")], Is.EqualTo("testing"));
        Assert.That(_bench.Rules.Done[0], Is.EqualTo("save order-paid"));
        _bench.Notifications.Verify(x => x.SuccessNotification(EnglishTexts.Of("Saved"), true, 0), Times.Once);
        var shown = (ConfigurationModel)((ViewResult)await _bench.Controller.Configure(default)).Model!;
        Assert.That((shown.Username, shown.Password, shown.PasswordIsSet, shown.RuleEnabled), Is.EqualTo(("testing", (string?)null, true, true)));
    }

    [Test]
    public async Task Configure_Mistake_SavesNothingAndMarksTheField()
    {
        var controller = _bench.Controller;
        var typed = PageBench.Filled();
        typed.Location = "a b";

        var shown = (ViewResult)await controller.Configure(typed, default);

        Assert.That(shown.Model, Is.SameAs(typed));
        Assert.That(controller.ModelState.Where(field => field.Value!.Errors.Count > 0).Select(field => field.Key), Is.EqualTo(new[] { nameof(typed.Location) }));
        IsNotSaved("NotSaved");
    }

    [TestCase(0, 2)]
    [TestCase(2, 0)]
    [TestCase(1, 2)]
    public async Task Configure_AnotherStoreWasChosenMeanwhile_SavesNothing(int madeFor, int chosen)
    {
        _bench.Scope = chosen;
        var typed = PageBench.Filled(madeFor);
        Assert.That(((ViewResult)await _bench.Controller.Configure(typed, default)).Model, Is.SameAs(typed), "nothing that was typed is lost");
        IsNotSaved("OtherScope");
    }

    [Test]
    public async Task Configure_UninstallHasBegun_SavesNothing()
    {
        _bench.Gate.CloseForGood();
        Assert.That(await _bench.Controller.Configure(PageBench.Filled(), default), Is.InstanceOf<ViewResult>());
        IsNotSaved("NotWorking");
    }

    [Test]
    public async Task TestConnection_Mistake_SaysWhatIsWrongWithoutACall()
    {
        var typed = PageBench.Filled();
        typed.ApiAddress = "http://api.feedback.fyi";
        var (success, message) = PartBench.Answer(await _bench.Controller.TestConnection(typed, default));
        Assert.That((success, message.Contains("http", StringComparison.OrdinalIgnoreCase)), Is.EqualTo((false, true)), message);
    }

    private void IsNotSaved(string text)
    {
        Assert.That((_bench.Settings.Rows.Count, _bench.Rules.Done.Count), Is.EqualTo((0, 0)));
        _bench.Notifications.Verify(x => x.ErrorNotification(EnglishTexts.Of(text), true, 0), Times.Once);
        _bench.Notifications.Verify(x => x.SuccessNotification(It.IsAny<string>(), It.IsAny<bool>(), It.IsAny<int>()), Times.Never);
    }
}
