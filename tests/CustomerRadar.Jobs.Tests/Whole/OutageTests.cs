using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Sandbox.Faults;

namespace CustomerRadar.Jobs.Tests.Whole;

/// <summary>An hour without a usable answer, with 2,000 rows falling due meanwhile.</summary>
[CancelAfter(600_000)]
public sealed class OutageTests
{
    private const int Rows = 2000;

    [Test]
    public async Task AnHoursOutage_CostsAHandfulOfRows_AndAllOthersAreAcceptedAfterIt([Values(1, 2)] int nodes)
    {
        await using var world = await World.CreateAsync();
        await FallDueAsync(world, nodes);

        world.Sandbox.SetFault(Fault.Status(500));
        await SweepEveryMinuteAsync(world, 60);
        var during = world.Sandbox.Requests;
        Assert.That(world.Sandbox.Invitations, Is.Empty);
        world.Sandbox.SetFault(Fault.None);
        await SweepEveryMinuteAsync(world, 65);

        await ExpectAllButAHandfulAsync(world, during.Failed, during.LogIns, before: 0);
        Assert.That(during.LogIns, Is.LessThanOrEqualTo(nodes + 6), "one a node, then one a probe");
    }

    [Test]
    public async Task AnHourOfSilence_CostsAHandfulOfRows_AndAllOthersAreAcceptedAfterIt()
    {
        const int Nodes = 2;
        await using var world = await World.CreateAsync(options =>
            (options.ConnectTimeout, options.TotalTimeout) = (TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(8)));
        await FallDueAsync(world, Nodes);
        // With a token in hand the first requests leave without a log-in that would hang before them.
        foreach (var (number, node) in world.Nodes.Index())
            await node.RunJobAsync(await node.PlanAsync(Rows + number + 1));
        Assert.That(world.Sandbox.Invitations, Has.Count.EqualTo(Nodes));

        await world.StopSandboxAsync();
        int requests, logIns;
        await using (var silent = new SilentApi(world.Sandbox.Address))
        {
            await SweepEveryMinuteAsync(world, 60);
            (requests, logIns) = (silent.Invitations, silent.LogIns);
        }

        await world.StartSandboxAsync();
        await SweepEveryMinuteAsync(world, 65);

        await ExpectAllButAHandfulAsync(world, requests, logIns, before: Nodes);
        Assert.That(logIns, Is.InRange(1, 6), "one a probe, and none that is let in, so that no probe costs a row");
    }

    // One falls due every 1.8 s of the hour.
    private static async Task FallDueAsync(World world, int nodes)
    {
        for (var i = 1; i < nodes; i++)
            world.AddNode();
        var start = world.Time.GetUtcNow();
        for (var i = 0; i < Rows; i++)
            await world.Nodes[i % nodes].PlanAsync(i + 1, start.AddSeconds(i * 1.8));

        // What the beat of live nodes does in a running process.
        foreach (var node in world.Nodes)
            node.Service<RequestPace>().LiveNodes = nodes;
    }

    private static async Task SweepEveryMinuteAsync(World world, int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            await world.MoveTimeAsync(TimeSpan.FromMinutes(1));
            await Task.WhenAll(world.Nodes.Select(node => node.SweepAsync()));
        }
    }

    private static async Task ExpectAllButAHandfulAsync(World world, int requests, int logIns, int before)
    {
        var states = await world.Node.Queries.CountByStateAsync(CancellationToken.None);
        var unconfirmed = states.GetValueOrDefault(InvitationState.Unconfirmed);
        TestContext.Out.WriteLine($"{world.Nodes.Count} nodes: {requests} requests and {logIns} log-ins during the outage, {unconfirmed} Unconfirmed");
        Assert.Multiple(() =>
        {
            Assert.That(unconfirmed, Is.InRange(1, 10));
            Assert.That(requests, Is.EqualTo(unconfirmed), "every request of the outage is one that nobody knows of, and no more were made");
            Assert.That(states.GetValueOrDefault(InvitationState.Accepted), Is.EqualTo(before + Rows - unconfirmed));
            Assert.That(world.Sandbox.Invitations.Select(invitation => invitation.Entry.GetProperty("email").GetString()).Distinct().Count(), Is.EqualTo(Rows - unconfirmed));
        });
    }
}
