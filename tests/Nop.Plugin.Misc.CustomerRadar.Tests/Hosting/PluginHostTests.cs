using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
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
        var plugins = new Mock<IPluginService>();
        plugins.Setup(p => p.GetPluginDescriptorBySystemNameAsync<IPlugin>(
                It.IsAny<string>(), It.IsAny<LoadPluginsMode>(), It.IsAny<Nop.Core.Domain.Customers.Customer?>(), It.IsAny<int>(), It.IsAny<string?>()))
            .ReturnsAsync(new PluginDescriptor());
        await using var services = new ServiceCollection().AddSingleton(plugins.Object).BuildServiceProvider();
        using var host = new PluginHost(
            new PluginGate(), schema.Object, Mock.Of<IRuleBooks>(), Mock.Of<IJobServer>(), services.GetRequiredService<IServiceScopeFactory>(), time, log.Object);

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
}
