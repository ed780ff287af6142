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
        for (var i = 1; i < nodes; i++)
            world.AddNode();
        var start = world.Time.GetUtcNow();
        var all = world.Nodes;
        // One falls due every 1.8 s of the hour.
        for (var i = 0; i < Rows; i++)
            await all[i % nodes].PlanAsync(i + 1, start.AddSeconds(i * 1.8));

        // What the beat of live nodes does in a running process.
        foreach (var node in all)
            node.Service<RequestPace>().LiveNodes = nodes;

        world.Sandbox.SetFault(Fault.Status(500));
        for (var minute = 0; minute < 60; minute++)
        {
            await world.MoveTimeAsync(TimeSpan.FromMinutes(1));
            await Task.WhenAll(all.Select(node => node.SweepAsync()));
        }

        var during = world.Sandbox.Requests;
        Assert.That(world.Sandbox.Invitations, Is.Empty);
        world.Sandbox.SetFault(Fault.None);
        for (var minute = 0; minute < 65; minute++)
        {
            await world.MoveTimeAsync(TimeSpan.FromMinutes(1));
            await Task.WhenAll(all.Select(node => node.SweepAsync()));
        }

        var states = await world.Node.Queries.CountByStateAsync(CancellationToken.None);
        var unconfirmed = states.GetValueOrDefault(InvitationState.Unconfirmed);
        TestContext.Out.WriteLine($"{nodes} nodes: {during.Failed} requests and {during.LogIns} log-ins during the outage, {unconfirmed} Unconfirmed");
        Assert.Multiple(() =>
        {
            Assert.That(unconfirmed, Is.LessThanOrEqualTo(10));
            Assert.That(during.Failed, Is.EqualTo(unconfirmed), "every request of the outage is one that nobody knows of, and no more were made");
            Assert.That(during.LogIns, Is.LessThanOrEqualTo(nodes + 6), "one a node, then one a probe");
            Assert.That(states.GetValueOrDefault(InvitationState.Accepted), Is.EqualTo(Rows - unconfirmed));
            Assert.That(world.Sandbox.Invitations.Select(invitation => invitation.Entry.GetProperty("email").GetString()).Distinct().Count(), Is.EqualTo(Rows - unconfirmed));
        });
    }
}
