using CustomerRadar.Core.Invitations;
using Moq;
using Nop.Plugin.Misc.CustomerRadar.Controllers;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Controllers;

public sealed class CustomerRadarAlertsControllerTests
{
    private readonly Mock<IJobServer> _jobs = new(MockBehavior.Strict);
    private PartBench _bench = null!;

    [SetUp]
    public void SetUp()
    {
        _jobs.Reset();
        _bench = new PartBench().With(_jobs.Object);
    }

    [TestCase(true, "Alerts.Check.Begun")]
    [TestCase(false, "NotWorking")]
    public async Task Check_SaysWhetherItHasBegun(bool begun, string text)
    {
        _jobs.Setup(x => x.RunSoonAsync("alerts", It.IsAny<CancellationToken>())).ReturnsAsync(begun);
        Assert.That(PartBench.Answer(await CheckAsync()), Is.EqualTo((begun, EnglishTexts.Of(text))));
    }

    [Test]
    public async Task Check_UninstallHasBegun_AsksNoJob()
    {
        _bench.Gate.CloseForGood();
        Assert.That(PartBench.Answer(await CheckAsync()), Is.EqualTo((false, EnglishTexts.Of("NotWorking"))));
    }

    private Task<Microsoft.AspNetCore.Mvc.IActionResult> CheckAsync() =>
        new CustomerRadarAlertsController(_bench.Gate, _bench.Services, EnglishTexts.Service).Check(default);
}
