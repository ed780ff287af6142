using System.Collections.Concurrent;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Jobs.Tests.Whole;

/// <summary>Cancelling against sending, and answers that come when nobody expects them any more.</summary>
[CancelAfter(300_000)]
public sealed class CancelRaceTests
{
    private const int Pairs = 1000;

    private World _world = null!;

    private Node Node => _world.Node;

    [SetUp]
    public async Task SetUpAsync() => _world = await World.CreateAsync();

    [TearDown]
    public async Task TearDownAsync() => await _world.DisposeAsync();

    [Test]
    public async Task CancelRacingWithSend_NeverBothCancelledAndAccepted()
    {
        var rows = new List<(int Order, InvitationId Id)>();
        for (var order = 1; order <= Pairs; order++)
            rows.Add((order, await Node.PlanAsync(order)));
        var inTime = new ConcurrentBag<int>();
        // A quarter is cancelled where luck has no part in it: after the lease and before the mark.
        _world.Shop.BeforeRead = order => order % 4 == 1 ? CancelAsync(rows[order - 1]) : Task.CompletedTask;

        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (row, token) =>
        {
            // Two quarters start together, and it is the scheduler's luck who is first; the last one cancels when its request has just begun,
            // for on a busy machine one side may have all the luck.
            var send = Task.Run(() => Node.RunJobAsync(row.Id), token);
            while (row.Order % 4 == 0 && !send.IsCompleted && (await Node.RowAsync(row.Id)).Attempts == 0)
                await Task.Yield();
            await Task.WhenAll(send, row.Order % 4 == 1 ? Task.CompletedTask : CancelAsync(row));
        });

        var accepted = _world.Sandbox.Invitations.Select(Order).ToHashSet();
        var states = new Dictionary<int, InvitationState>();
        foreach (var (order, id) in rows)
            states[order] = (await Node.RowAsync(id)).State;
        var counts = states.Values.CountBy(state => state).ToDictionary();
        TestContext.Out.WriteLine($"{string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}"))}; {inTime.Count} were cancelled before their request");
        Assert.Multiple(() =>
        {
            Assert.That(states.Values, Is.All.AnyOf(InvitationState.Cancelled, InvitationState.Accepted));
            Assert.That(states.Where(state => state.Value == InvitationState.Cancelled && accepted.Contains(state.Key)), Is.Empty, "cancelled, and yet invited");
            Assert.That(inTime.Where(accepted.Contains), Is.Empty, "whose cancelling was over before the request began is not invited");
            Assert.That(inTime, Has.Count.GreaterThanOrEqualTo(Pairs / 4));
            Assert.That(states.Where(state => state.Value == InvitationState.Accepted && !accepted.Contains(state.Key)), Is.Empty);
            Assert.That(counts, Has.Count.EqualTo(2), "a race that one side always wins shows nothing");
        });

        async Task CancelAsync((int Order, InvitationId Id) row)
        {
            await Node.Outbox.CancelAsync(Shop.Store, Shop.Order(row.Order), "The order was cancelled.", "test", CancellationToken.None);
            if ((await Node.RowAsync(row.Id)).Attempts == 0)
                inTime.Add(row.Order);
        }
    }

    [Test]
    public async Task CancelAfterItWasSent_IsANoteOnTheRow()
    {
        var id = await Node.PlanAsync(1);
        await Node.RunJobAsync(id);
        await Node.Outbox.CancelAsync(Shop.Store, Shop.Order(1), "The order was cancelled.", "test", CancellationToken.None);

        Assert.That((await Node.RowAsync(id)).State, Is.EqualTo(InvitationState.Accepted));
        Assert.That((await Node.Queries.HistoryAsync(id, CancellationToken.None))[^1].Why, Is.EqualTo("Cancelled after it was sent: The order was cancelled."));
    }

    [Test]
    public async Task LateAnswer_AfterTheLeaseEnded_StillSaysWhatHappened()
    {
        var asked = new TaskCompletionSource();
        await using var api = await OtherApi.StartAsync("""{"code":"00000","description":"success","data":"846673197418938368"}""", asked.Task);
        _world.Shop.Connection = _world.Shop.Connection with { BaseAddress = BaseAddress.Parse(api.Address.ToString()) };
        var id = await Node.PlanAsync(1);
        var sending = Node.RunJobAsync(id);
        while ((await Node.RowAsync(id)).Attempts == 0)
            await Task.Yield();

        await _world.MoveTimeAsync(TimeSpan.FromMinutes(10));
        await Node.SweepAsync();
        Assert.That((await Node.RowAsync(id)).State, Is.EqualTo(InvitationState.Unconfirmed), "its lease ran out while the answer was on its way");

        asked.SetResult();
        await sending;
        var row = await Node.RowAsync(id);
        Assert.That((row.State, row.Reference, row.Attempts), Is.EqualTo((InvitationState.Accepted, "846673197418938368", 1)));
    }

    [Test]
    public async Task NodeStalledPastItsLease_BeforeItsRequest_SendsNothing()
    {
        var id = await Node.PlanAsync(1);
        var stalled = new TaskCompletionSource();
        var reached = new TaskCompletionSource();
        _world.Shop.BeforeRead = async _ =>
        {
            reached.TrySetResult();
            await stalled.Task;
        };
        var sending = Node.RunJobAsync(id);
        await reached.Task;
        _world.Shop.BeforeRead = null;

        await _world.MoveTimeAsync(TimeSpan.FromMinutes(10));
        var other = _world.AddNode();
        await other.SweepAsync();
        Assert.That((await Node.RowAsync(id)).State, Is.EqualTo(InvitationState.Accepted), "the other node has sent it");

        stalled.SetResult();
        await sending;
        Assert.That(_world.Sandbox.Invitations, Has.Count.EqualTo(1), "the stalled node found its lease lost");
        Assert.That((await Node.RowAsync(id)).Attempts, Is.EqualTo(1));
    }

    private static int Order(Sandbox.Invitations.AcceptedInvitation invitation) => int.Parse(
        invitation.Entry.GetProperty("email").GetString()!["customer".Length..].Split('@')[0], System.Globalization.CultureInfo.InvariantCulture);
}
