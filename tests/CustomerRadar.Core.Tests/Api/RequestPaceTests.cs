using System.Diagnostics;
using CustomerRadar.Core.Api;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Tests.Api;

[CancelAfter(30_000)]
public sealed class RequestPaceTests
{
    private static readonly ConnectionKey Main = ConnectionKey.Parse("main");
    private static readonly ConnectionKey Other = ConnectionKey.Parse("other");

    [Test]
    public async Task EnterAsync_WithinTheBurst_LetsPassAtOnce()
    {
        using var pace = Rate(perSecond: 0.1, burst: 3);
        for (var i = 0; i < 3; i++)
            await PassAsync(pace);

        Assert.That(Entering(pace, Main).IsCompleted, Is.False);
    }

    [Test]
    public async Task EnterAsync_BeyondTheBurst_KeepsTheRate()
    {
        using var pace = Rate(perSecond: 50, burst: 1);
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < 11; i++)
            await PassAsync(pace);

        // Ten of eleven waited 20 ms each; a timer may come a little early, never by half.
        Assert.That(Stopwatch.GetElapsedTime(begun), Is.GreaterThan(TimeSpan.FromMilliseconds(150)));
    }

    [Test]
    public void EnterAsync_MoreThanMayBeInFlight_WaitsForASlot()
    {
        using var pace = InFlight(4);
        var entering = Entering(pace, Main, count: 6);
        Assert.That(entering.Count(task => task.IsCompletedSuccessfully), Is.EqualTo(4));
    }

    [Test]
    public async Task EnterAsync_ASlotIsFreed_LetsTheOldestWaitingIn(CancellationToken cancellationToken)
    {
        using var pace = InFlight(1);
        var entering = Entering(pace, Main, count: 20);
        for (var i = 0; i < entering.Length; i++)
        {
            var slot = await entering[i].WaitAsync(cancellationToken);
            Assert.That(entering.Count(task => task.IsCompleted), Is.EqualTo(i + 1));
            slot.Dispose();
        }
    }

    [Test]
    public void EnterAsync_OfAnotherConnection_IsNotHeldUp()
    {
        using var pace = Pace(inFlight: 1, perSecond: 0.1, burst: 1);
        Assert.That(Entering(pace, Main).IsCompletedSuccessfully, Is.True);
        Assert.That(Entering(pace, Other).IsCompletedSuccessfully, Is.True);
    }

    [Test]
    public async Task EnterAsync_SlotDisposedTwice_FreesOne()
    {
        using var pace = InFlight(2);
        var slot = await Entering(pace, Main);
        await Entering(pace, Main);
        slot.Dispose();
        slot.Dispose();

        Assert.That(Entering(pace, Main, count: 2).Count(task => task.IsCompleted), Is.EqualTo(1));
    }

    [Test]
    public async Task EnterAsync_CancelledInTheQueue_GivesUpItsPlaceOnly(CancellationToken cancellationToken)
    {
        using var pace = InFlight(1);
        using var cancel = new CancellationTokenSource();
        var slot = await Entering(pace, Main);
        var leaving = Cancellable(pace, cancel.Token);
        var staying = Entering(pace, Main);
        await cancel.CancelAsync();

        Assert.That(async () => await leaving.WaitAsync(cancellationToken), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(staying.IsCompleted, Is.False);
        slot.Dispose();
        (await staying.WaitAsync(cancellationToken)).Dispose();
        Assert.That(Entering(pace, Main).IsCompletedSuccessfully, Is.True);
    }

    [Test]
    public async Task EnterAsync_CancelledBeforeIt_TakesNothing()
    {
        using var pace = Pace(inFlight: 1, perSecond: 0.1, burst: 1);
        Assert.That(async () => await Cancellable(pace, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        (await Entering(pace, Main)).Dispose();
    }

    [Test]
    public async Task EnterAsync_CancelledWhileItWaitsForTheRate_FreesItsSlot(CancellationToken cancellationToken)
    {
        // One slot, and a rate that only lets the first through: the second holds the slot and waits for the rate.
        using var pace = Pace(inFlight: 1, perSecond: 20, burst: 1);
        using var cancel = new CancellationTokenSource();
        await PassAsync(pace);
        var waitingForTheRate = Cancellable(pace, cancel.Token);
        await cancel.CancelAsync();

        Assert.That(async () => await waitingForTheRate.WaitAsync(cancellationToken), Throws.InstanceOf<OperationCanceledException>());
        (await Entering(pace, Main).WaitAsync(cancellationToken)).Dispose();
    }

    [Test]
    public async Task EnterAsync_WhileTheSlotsAreTaken_UsesUpNoRate(CancellationToken cancellationToken)
    {
        using var pace = Pace(inFlight: 1, perSecond: 0.1, burst: 2);
        using var cancel = new CancellationTokenSource();
        var slot = await Entering(pace, Main);
        var leaving = Cancellable(pace, cancel.Token);
        await cancel.CancelAsync();
        Assert.That(async () => await leaving.WaitAsync(cancellationToken), Throws.InstanceOf<OperationCanceledException>());
        slot.Dispose();

        Assert.That(Entering(pace, Main).IsCompletedSuccessfully, Is.True, "the second of the burst is still there");
    }

    [TestCase(1, 4)]
    [TestCase(2, 2)]
    [TestCase(3, 1)]
    [TestCase(4, 1)]
    [TestCase(100, 1)]
    public void LiveNodes_ShareTheRate(int nodes, int pass)
    {
        using var pace = Rate(perSecond: 0.1, burst: 4);
        pace.LiveNodes = nodes;

        Assert.That(Entering(pace, Main, count: 5).Count(task => task.IsCompletedSuccessfully), Is.EqualTo(pass));
    }

    [Test]
    public async Task LiveNodes_MoreThanTheBurst_ShareTheRateAllTheSame()
    {
        using var pace = Rate(perSecond: 20, burst: 1);
        pace.LiveNodes = 4;
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < 5; i++)
            await PassAsync(pace);

        // Four of five waited 200 ms each; at the whole rate it would be 50. A timer may come a little early, never by half.
        Assert.That(Stopwatch.GetElapsedTime(begun), Is.GreaterThan(TimeSpan.FromMilliseconds(500)));
    }

    [TestCase(1, 9)]
    [TestCase(2, 4)]
    [TestCase(4, 2)]
    [TestCase(9, 1)]
    [TestCase(100, 1)]
    public void LiveNodes_ShareTheSlots(int nodes, int pass)
    {
        using var pace = InFlight(9);
        pace.LiveNodes = nodes;

        Assert.That(Entering(pace, Main, count: 10).Count(task => task.IsCompletedSuccessfully), Is.EqualTo(pass));
    }

    [Test]
    public async Task LiveNodes_ANodeLess_GivesItsShareToTheNextRequests()
    {
        using var pace = InFlight(4);
        pace.LiveNodes = 4;
        (await Entering(pace, Main)).Dispose();
        pace.LiveNodes = 1;

        Assert.That(Entering(pace, Main, count: 5).Count(task => task.IsCompletedSuccessfully), Is.EqualTo(4));
    }

    [Test]
    public void LiveNodes_None_Throws()
    {
        using var pace = InFlight(1);
        Assert.That(() => pace.LiveNodes = 0, Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [TestCase(1, 1, TestName = "{m}: for the rate")]
    [TestCase(1, 100, TestName = "{m}: for a slot")]
    public async Task Dispose_WhileSomebodyWaits_EndsTheWait(int inFlight, int burst, CancellationToken cancellationToken)
    {
        var pace = Pace(inFlight, perSecond: 0.1, burst);
        var slot = await Entering(pace, Main);
        if (burst == 1)
            slot.Dispose();
        var waiting = Entering(pace, Main);
        pace.Dispose();

        Assert.That(async () => await waiting.WaitAsync(cancellationToken), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(slot.Dispose, Throws.Nothing);
    }

    private static async Task PassAsync(RequestPace pace) => (await pace.EnterAsync(Main, default)).Dispose();

    private static Task<IDisposable> Entering(RequestPace pace, ConnectionKey key) => pace.EnterAsync(key, CancellationToken.None).AsTask();

    private static Task<IDisposable> Cancellable(RequestPace pace, CancellationToken cancellationToken) => pace.EnterAsync(Main, cancellationToken).AsTask();

    private static Task<IDisposable>[] Entering(RequestPace pace, ConnectionKey key, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Entering(pace, key))];

    private static RequestPace Rate(double perSecond, int burst) => Pace(inFlight: 64, perSecond, burst);

    private static RequestPace InFlight(int inFlight) => Pace(inFlight, perSecond: 100, burst: 100);

    private static RequestPace Pace(int inFlight, double perSecond, int burst) =>
        new(Options.Create(new ApiOptions { InFlight = inFlight, RequestsPerSecond = perSecond, Burst = burst }));
}
