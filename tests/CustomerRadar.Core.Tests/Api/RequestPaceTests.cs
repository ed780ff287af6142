using System.Diagnostics;
using CustomerRadar.Core.Api;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Tests.Api;

public sealed class RequestPaceTests
{
    private static readonly ConnectionKey Main = ConnectionKey.Parse("main");
    private static readonly ConnectionKey Other = ConnectionKey.Parse("other");

    [Test]
    public async Task WaitAsync_WithinTheBurst_LetsPassAtOnce()
    {
        using var pace = Pace(perSecond: 0.1, burst: 3);
        for (var i = 0; i < 3; i++)
            await pace.WaitAsync(Main, default);

        Assert.That(Waiting(pace, Main).IsCompleted, Is.False);
    }

    [Test]
    public async Task WaitAsync_OfAnotherConnection_IsNotHeldUp()
    {
        using var pace = Pace(perSecond: 0.1, burst: 1);
        await pace.WaitAsync(Main, default);

        Assert.That(Waiting(pace, Other).IsCompletedSuccessfully, Is.True);
    }

    [Test]
    public async Task WaitAsync_BeyondTheBurst_KeepsTheRate()
    {
        using var pace = Pace(perSecond: 50, burst: 1);
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < 11; i++)
            await pace.WaitAsync(Main, default);

        // Ten of eleven waited 20 ms each; a timer may come a little early, never by half.
        Assert.That(Stopwatch.GetElapsedTime(begun), Is.GreaterThan(TimeSpan.FromMilliseconds(150)));
    }

    [TestCase(1, 4)]
    [TestCase(2, 2)]
    [TestCase(4, 1)]
    [TestCase(100, 1)]
    public void LiveNodes_ShareTheLimit(int nodes, int pass)
    {
        using var pace = Pace(perSecond: 0.1, burst: 4);
        pace.LiveNodes = nodes;

        Assert.That(Enumerable.Range(0, 5).Count(_ => Waiting(pace, Main).IsCompletedSuccessfully), Is.EqualTo(pass));
    }

    [Test]
    public void LiveNodes_None_Throws()
    {
        using var pace = Pace(perSecond: 1, burst: 1);
        Assert.That(() => pace.LiveNodes = 0, Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public async Task WaitAsync_Cancelled_GivesUpItsPlace()
    {
        using var pace = Pace(perSecond: 0.1, burst: 1);
        using var cancel = new CancellationTokenSource();
        await pace.WaitAsync(Main, default);
        var waiting = Waiting(pace, Main, cancel.Token);
        await cancel.CancelAsync();

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Dispose_WhileSomebodyWaits_EndsTheWait()
    {
        var pace = Pace(perSecond: 0.1, burst: 1);
        await pace.WaitAsync(Main, default);
        var waiting = Waiting(pace, Main);
        pace.Dispose();

        Assert.That(async () => await waiting, Throws.TypeOf<ObjectDisposedException>());
    }

    private static Task Waiting(RequestPace pace, ConnectionKey key, CancellationToken cancellationToken = default) => pace.WaitAsync(key, cancellationToken).AsTask();

    private static RequestPace Pace(double perSecond, int burst) => new(Options.Create(new ApiOptions { RequestsPerSecond = perSecond, Burst = burst }));
}
