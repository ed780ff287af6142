using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Pauses;

namespace CustomerRadar.Jobs.Tests.Whole;

/// <summary>Two nodes of one shop, of which one still has an old password: a store of a web farm whose settings are cached.</summary>
public sealed class UnlikeNodesTests
{
    private World _world = null!;
    private Shop _oldShop = null!;
    private Node _old = null!;

    [SetUp]
    public async Task SetUp()
    {
        _world = await World.CreateAsync();
        _oldShop = new Shop(_world.Sandbox.Address);
        _oldShop.Connection = _oldShop.Connection with { Password = new Secret("of last year") };
        _old = _world.AddNode(_oldShop);
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    [Test]
    public async Task TheOneWithTheOldPassword_AsksLessAndLess_WhileTheOtherSendsAll()
    {
        const int Minutes = 180;
        var ids = new List<InvitationId>();
        for (var minute = 1; minute <= Minutes; minute++)
        {
            ids.Add(await _old.PlanAsync(minute));
            await _world.MoveTimeAsync(TimeSpan.FromMinutes(1));
            // The wrong one is always first at it.
            await _old.SweepAsync();
            await _world.Node.SweepAsync();
            if (minute > 3)
                Assert.That((await _old.RowAsync(ids[minute - 4])).State, Is.EqualTo(InvitationState.Accepted), "three minutes later");
        }

        // At once, and a minute later (a person might have resumed); then after 10, 20, 40 and 60 minutes.
        Assert.That(_world.Sandbox.Requests.Refused, Is.EqualTo(6));
    }

    [Test]
    public async Task TheRightPassword_IsTriedAtOnce()
    {
        await WaitsByItselfAsync();
        _oldShop.Connection = _world.Shop.Connection;
        var id = await _old.PlanAsync(9);
        await _old.RunJobAsync(id);
        Assert.That((await _old.RowAsync(id)).State, Is.EqualTo(InvitationState.Accepted));
    }

    [Test]
    public async Task AloneAgain_ItFollowsThePauseThatAPersonEnds()
    {
        await WaitsByItselfAsync();
        var refused = _world.Sandbox.Requests.Refused;
        // The other one is gone; after the wait the refusal closes the connection, and nobody but a person opens it.
        await _world.MoveTimeAsync(TimeSpan.FromMinutes(11));
        await _old.SweepAsync();
        Assert.That(_world.Sandbox.Requests.Refused, Is.EqualTo(refused + 1));
        await _old.SweepAsync();
        Assert.That(_world.Sandbox.Requests.Refused, Is.EqualTo(refused + 1));

        await _old.Service<SendingPauses>().TryNowAsync(PauseScope.Of(_oldShop.Connection.Key), CancellationToken.None);
        await _old.SweepAsync();
        Assert.That(_world.Sandbox.Requests.Refused, Is.EqualTo(refused + 2));
    }

    // Refused twice, since the other node's sweep ended the first pause; a row of its own then waits for that one.
    private async Task WaitsByItselfAsync()
    {
        for (var order = 1; order <= 2; order++)
        {
            await _old.PlanAsync(order);
            await _world.MoveTimeAsync(TimeSpan.FromMinutes(1));
            await _old.SweepAsync();
            await _world.Node.SweepAsync();
        }

        var id = await _old.PlanAsync(3);
        await _old.RunJobAsync(id);
        var row = await _old.RowAsync(id);
        Assert.That((row.State, _world.Sandbox.Requests.Refused), Is.EqualTo((InvitationState.Pending, 2)));
        Assert.That(row.Reason, Does.StartWith("Customer Radar refuses the log-in that node-2 has"));
    }
}
