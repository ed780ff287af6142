using CustomerRadar.Core.Alerts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Nop.Plugin.Misc.CustomerRadar.Alerts;
using Nop.Plugin.Misc.CustomerRadar.Consumers;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Services.Helpers;
using Nop.Services.Localization;
using Nop.Services.Plugins;
using Nop.Web.Areas.Admin.Models.Common;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Consumers;

public sealed class SystemWarningConsumerTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Now);
    private PluginGate _gate = new();
    private Mock<IAlerts> _alerts = new();
    private bool _isInstalled = true;

    [SetUp]
    public void SetUp()
    {
        (_gate, _isInstalled) = (new PluginGate(), true);
        _gate.Open();
        _alerts = new Mock<IAlerts>(MockBehavior.Strict);
        Open();
    }

    [Test]
    public async Task HandleEventAsync_NothingOpen_AddsNothing() => Assert.That(await WarningsAsync(), Is.Empty);

    [TestCase(AlertKind.LogInRefused, SystemWarningLevel.Fail)]
    [TestCase(AlertKind.WrongAddress, SystemWarningLevel.Fail)]
    [TestCase(AlertKind.ConfigurationRefused, SystemWarningLevel.Fail)]
    [TestCase(AlertKind.Copy, SystemWarningLevel.Fail)]
    [TestCase(AlertKind.Outage, SystemWarningLevel.Warning)]
    [TestCase(AlertKind.Unconfirmed, SystemWarningLevel.Warning)]
    [TestCase(AlertKind.Failed, SystemWarningLevel.Warning)]
    public async Task HandleEventAsync_AlertOpen_AddsItWithItsAdvice(AlertKind kind, SystemWarningLevel level)
    {
        Open(new Alert(kind, "all", "Something is wrong.", "Do something."));
        var warnings = await WarningsAsync();
        Assert.That(warnings.Select(warning => (warning.Level, warning.Text)), Is.EqualTo(new[] { (level, "Customer Radar: Something is wrong. Do something. (2026-03-02 12:00)") }));
    }

    [Test]
    public async Task HandleEventAsync_MessageEndsInAWordOfTheApi_AdviceIsASentenceOfItsOwn()
    {
        Open(new Alert(AlertKind.LogInRefused, "all", "Refused: Wrong password", "Check it."));
        Assert.That((await WarningsAsync()).Single().Text, Does.Contain("Wrong password. Check it."));
    }

    [Test]
    public async Task HandleEventAsync_InstalledAndNotWorking_AddsOneThatSaysSo()
    {
        _gate = new PluginGate();
        Open(new Alert(AlertKind.Outage, "all", "Something is wrong.", null));
        var warnings = await WarningsAsync();
        Assert.That(warnings.Select(warning => (warning.Level, warning.Text)), Is.EqualTo(new[] { (SystemWarningLevel.Fail, "Customer Radar: Not working.") }));
    }

    [Test]
    public async Task HandleEventAsync_NotInstalledOrBeingUninstalled_AddsNothing()
    {
        _isInstalled = false;
        _gate = new PluginGate();
        var notInstalled = await WarningsAsync();
        _isInstalled = true;
        _gate.CloseForGood();
        Assert.That((notInstalled.Count, (await WarningsAsync()).Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task HandleEventAsync_DatabaseAway_SaysSoInsteadOfThrowing()
    {
        _alerts.Setup(x => x.OpenAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new InvalidOperationException());
        Assert.That((await WarningsAsync()).Select(warning => warning.Level), Is.EqualTo(new[] { SystemWarningLevel.Warning }));
    }

    [Test]
    public async Task HandleEventAsync_DatabaseThatNeverAnswers_EndsAfterItsPatience()
    {
        _alerts.Setup(x => x.OpenAsync(It.IsAny<CancellationToken>())).Returns(new TaskCompletionSource<IReadOnlyList<AlertRow>>().Task);
        var warnings = WarningsAsync();
        _time.Advance(SystemWarningConsumer.Patience);
        Assert.That(await warnings.WaitAsync(TimeSpan.FromSeconds(20)), Has.Count.EqualTo(1));
    }

    private void Open(params Alert[] open) => _alerts.Setup(x => x.OpenAsync(It.IsAny<CancellationToken>()))
        .ReturnsAsync([.. open.Select(alert => new AlertRow(1, alert, Now, Now, 1, null, null))]);

    private async Task<IList<SystemWarningModel>> WarningsAsync()
    {
        var plugins = new Mock<IPluginService>(MockBehavior.Strict);
        plugins.Setup(x => x.GetPluginDescriptorBySystemNameAsync<IPlugin>("Misc.CustomerRadar", LoadPluginsMode.InstalledOnly, null, 0, null))
            .ReturnsAsync(_isInstalled ? new PluginDescriptor() : null!);
        await using var services = new ServiceCollection()
            .AddSingleton(plugins.Object)
            .AddSingleton(Mock.Of<ILocalizationService>(x => x.GetResourceAsync("Plugins.Misc.CustomerRadar.NotWorking") == Task.FromResult("Not working.")))
            .AddSingleton(Mock.Of<IDateTimeHelper>(x => x.DefaultStoreTimeZone == TimeZoneInfo.Utc))
            .AddSingleton(_alerts.Object)
            .AddSingleton<OpenAlerts>()
            .BuildServiceProvider();
        var created = new SystemWarningCreatedEvent();
        await new SystemWarningConsumer(_gate, services, _time, NullLogger<SystemWarningConsumer>.Instance).HandleEventAsync(created);
        return created.SystemWarnings;
    }
}
