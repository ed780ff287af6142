using CustomerRadar.Core.Invitations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Jobs.Tests;

internal sealed class JobsServiceCollectionExtensionsTests
{
    [Test]
    public async Task HostedService_StartWithHost_StartsAndStopsTheServer()
    {
        await using var node = new TestNode(_ => { });
        var host = node.Service<IHostedService>();
        var started = node.Log.NextAsync(3000);

        await host.StartAsync(CancellationToken.None);
        await started;
        var running = node.Server.IsRunning;
        await host.StopAsync(CancellationToken.None);

        Assert.That((running, node.Server.IsRunning), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task HostedService_NotWithHost_LeavesTheStartToOthersAndStillStops()
    {
        await using var node = new TestNode(options => options.StartWithHost = false);
        var host = node.Service<IHostedService>();

        await host.StartAsync(CancellationToken.None);
        var startedByHost = node.Log.Of(3000).Count > 0 || node.Server.IsRunning;
        await node.StartAsync();
        await host.StopAsync(CancellationToken.None);

        Assert.That((startedByHost, node.Server.IsRunning), Is.EqualTo((false, false)));
    }

    [Test]
    public void Resolve_WrongOptions_NamesTheSetting()
    {
        var node = new TestNode(options => options.Workers = 0);

        Assert.That(() => node.Service<IJobServer>(), Throws.InstanceOf<OptionsValidationException>().With.Message.Contains("Workers is 0"));
    }

    [Test]
    public void Resolve_Twice_GivesTheSameServerAndScheduler()
    {
        var node = new TestNode(_ => { });

        Assert.Multiple(() =>
        {
            Assert.That(node.Server, Is.SameAs(node.Service<IJobServer>()));
            Assert.That(node.Scheduler, Is.SameAs(node.Service<IInvitationScheduler>()));
            Assert.That(node.Service<IEnumerable<IHostedService>>().Count(), Is.EqualTo(1));
        });
    }
}
