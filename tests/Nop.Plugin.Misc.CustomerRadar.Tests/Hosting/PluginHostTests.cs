using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Plugin.Misc.CustomerRadar.Tests.Places;
using Nop.Services.Plugins;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Hosting;

public sealed class PluginHostTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Test]
    public async Task Start_TablesCannotBeMade_IsTriedEveryHalfMinuteAndToldOnceAnHour()
    {
        var time = new FakeTimeProvider();
        var tried = new SemaphoreSlim(0);
        var schema = new Mock<ISchema>();
        schema.Setup(s => s.EnsureAsync(It.IsAny<CancellationToken>())).Callback(() => tried.Release()).ThrowsAsync(new TimeoutException("No right to make tables."));
        var log = new Mock<ILogger<PluginHost>>();
        log.Setup(l => l.IsEnabled(It.IsAny<LogLevel>())).Returns(true);
        await using var spot = new Spot(time);
        await using var services = Installed();
        using var host = new PluginHost(
            new PluginGate(), schema.Object, Mock.Of<IRuleBooks>(), Mock.Of<IJobServer>(), spot.Place, services.GetRequiredService<IServiceScopeFactory>(), time, log.Object);

        await host.StartAsync(CancellationToken.None);
        Assert.That(await tried.WaitAsync(Patience), Is.True);
        for (var tries = 0; tries < 5; tries++)
            await NextTryAsync(TimeSpan.FromSeconds(30));
        var withinTheHour = Told();
        await NextTryAsync(TimeSpan.FromHours(1));
        await host.StopAsync(CancellationToken.None);

        Assert.That((withinTheHour, Told()), Is.EqualTo((1, 2)));

        int Told() => log.Invocations.Count(call => call.Method.Name == nameof(ILogger.Log));

        // The pause may begin a moment after the try before it was counted.
        async Task NextTryAsync(TimeSpan later)
        {
            do
                time.Advance(later);
            while (!await tried.WaitAsync(TimeSpan.FromMilliseconds(200)));
        }
    }

    [Test]
    public async Task Start_Copy_IsKnownBeforeTheJobsStart()
    {
        var time = new FakeTimeProvider();
        await using var spot = new Spot(time);
        await spot.Place.CheckAsync(default);
        spot.First.Url = "https://test.example.com/";
        await using var services = Installed();
        var wasElsewhere = false;
        var jobs = new Mock<IJobServer>();
        jobs.Setup(x => x.StartAsync(It.IsAny<CancellationToken>())).Callback(() => wasElsewhere = spot.Guard.IsElsewhere).Returns(Task.CompletedTask);
        using var host = Host(new PluginGate(), jobs.Object, spot, services, time);

        await host.StartAsync(CancellationToken.None);
        await host.StopAsync(CancellationToken.None);

        Assert.That(wasElsewhere, Is.True);
    }

    [Test]
    public async Task Start_NobodyKnowsWhetherThisIsACopy_WritesRowsAndSendsNothingUntilItIsKnown()
    {
        var time = new FakeTimeProvider();
        await using var spot = new Spot(time);
        spot.IsAway = true;
        await using var services = Installed();
        var started = new SemaphoreSlim(0);
        var jobs = new Mock<IJobServer>();
        jobs.Setup(x => x.StartAsync(It.IsAny<CancellationToken>())).Callback(() => started.Release()).Returns(Task.CompletedTask);
        var gate = new PluginGate();
        using var host = Host(gate, jobs.Object, spot, services, time);

        await host.StartAsync(CancellationToken.None);
        Assert.That((gate.IsOpen, started.CurrentCount, spot.Pauses.Known.Count), Is.EqualTo((true, 0, 0)));

        spot.IsAway = false;
        var tries = 0;
        do
            time.Advance(TimeSpan.FromSeconds(30));
        while (!await started.WaitAsync(TimeSpan.FromMilliseconds(200)) && ++tries < 100);
        await host.StopAsync(CancellationToken.None);
        Assert.That(tries, Is.LessThan(100));
        jobs.Verify(x => x.StartAsync(It.IsAny<CancellationToken>()), Times.Once);
    }

    [Test]
    public async Task Refresh_AddressChanges_IsSeenWithinHalfAMinuteAndEndsWithTheOldOne()
    {
        var time = new FakeTimeProvider();
        await using var spot = new Spot(time);
        await using var services = Installed();
        using var host = Host(new PluginGate(), Mock.Of<IJobServer>(), spot, services, time);
        await host.StartAsync(CancellationToken.None);

        spot.First.Url = "https://test.example.com/";
        await UntilAsync(() => spot.Guard.IsElsewhere);
        spot.First.Url = "https://shop.example.com/";
        await UntilAsync(() => !spot.Guard.IsElsewhere);
        await host.StopAsync(CancellationToken.None);

        async Task UntilAsync(Func<bool> isSo)
        {
            using var limit = new CancellationTokenSource(Patience);
            for (time.Advance(TimeSpan.FromSeconds(30)); !isSo(); time.Advance(TimeSpan.FromSeconds(30)))
                await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
        }
    }

    private static PluginHost Host(PluginGate gate, IJobServer jobs, Spot spot, ServiceProvider services, TimeProvider time) => new(
        gate, Mock.Of<ISchema>(), Mock.Of<IRuleBooks>(), jobs, spot.Place, services.GetRequiredService<IServiceScopeFactory>(), time, Mock.Of<ILogger<PluginHost>>());

    private static ServiceProvider Installed()
    {
        var plugins = new Mock<IPluginService>();
        plugins.Setup(p => p.GetPluginDescriptorBySystemNameAsync<IPlugin>(
                It.IsAny<string>(), It.IsAny<LoadPluginsMode>(), It.IsAny<Nop.Core.Domain.Customers.Customer?>(), It.IsAny<int>(), It.IsAny<string?>()))
            .ReturnsAsync(new PluginDescriptor());
        return new ServiceCollection().AddSingleton(plugins.Object).BuildServiceProvider();
    }
}
