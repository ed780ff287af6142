using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Pauses;

namespace CustomerRadar.Jobs.Tests.Whole;

/// <summary>Nodes at the shop's place and elsewhere, on one database.</summary>
public sealed class CopyTests
{
    private static readonly string[] Here = ["shop.example.com", "db", "shop"];
    private static readonly string[] Elsewhere = ["shop.example.com", "10.0.0.5", "shop"];

    [Test]
    public async Task ANodeElsewhere_SendsNothing_WhileTheOthersGoOn()
    {
        await using var world = await World.CreateAsync();
        var odd = world.AddNode();
        await CheckAsync(world.Node, Here);
        await CheckAsync(odd, Elsewhere);
        var id = await world.Node.PlanAsync(1);
        await world.MoveTimeAsync(TimeSpan.FromMinutes(1));

        await odd.RunJobAsync(id);
        await odd.SweepAsync();
        var byTheOddOne = (await odd.RowAsync(id)).State;
        await world.Node.SweepAsync();

        Assert.That((byTheOddOne, (await odd.RowAsync(id)).State), Is.EqualTo((InvitationState.Pending, InvitationState.Accepted)));
    }

    [Test]
    public async Task ARestoredCopy_SendsNothingUntilConfirmed_ThenAllInTheirOrder()
    {
        await using var world = await World.CreateAsync();
        await CheckAsync(world.Node, Here);
        var ids = new List<InvitationId>();
        for (var order = 1; order <= 10; order++)
            ids.Add(await world.Node.PlanAsync(order, world.Time.GetUtcNow().AddMinutes(-order)));
        await world.MoveTimeAsync(CopyGuard.Patience);
        var copy = world.AddNode();
        await CheckAsync(copy, Elsewhere);
        // A process that asks nobody, as an older version of a host would be, is held by the pause.
        var careless = world.AddNode();

        foreach (var node in new[] { copy, careless })
        {
            await node.SweepAsync();
            await node.RunJobAsync(ids[0]);
        }

        Assert.That(world.Sandbox.Requests.LogIns, Is.Zero);
        Assert.That((await Task.WhenAll(ids.Select(copy.RowAsync))).Select(row => row.State), Is.All.EqualTo(InvitationState.Pending));

        await copy.Service<CopyGuard>().ConfirmAsync(Elsewhere, CancellationToken.None);
        await copy.SweepAsync();
        Assert.That((await Task.WhenAll(ids.Select(copy.RowAsync))).Select(row => row.State), Is.All.EqualTo(InvitationState.Accepted));
        Assert.That(
            world.Sandbox.Invitations.TakeLast(2).Select(invitation => invitation.Entry.GetProperty("email").GetString()),
            Is.EquivalentTo(new[] { "customer1@example.com", "customer2@example.com" }),
            "eight go side by side; those that were due last come after them");
    }

    private static Task<bool> CheckAsync(Node node, string[] place) => node.Service<CopyGuard>().CheckAsync(place, CancellationToken.None);
}
