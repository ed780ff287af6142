using CustomerRadar.Core.Invitations;
using CustomerRadar.Jobs.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CustomerRadar.Jobs.Tests;

internal sealed class PeriodicJobTests
{
    private const string Lease = "work/reconcile";
    private static readonly TimeSpan Third = TimeSpan.FromSeconds(20);

    private FakeTimeProvider _time = null!;
    private MemoryLeases _leases = null!;
    private SomeWork _work = null!;
    private LogLines _log = null!;

    [SetUp]
    public void SetUp()
    {
        _time = new FakeTimeProvider();
        _leases = new MemoryLeases(_time);
        _work = new SomeWork("reconcile");
        _log = new LogLines();
    }

    [TearDown]
    public void TearDown() => _log.Dispose();

    [Test]
    public async Task RunAsync_Free_HoldsTheLeaseMeanwhileAndGivesItBack()
    {
        string? during = null;
        _work.WhenRun = _ =>
        {
            during = _leases.Holder(Lease);
            return Task.CompletedTask;
        };

        await Job("one").RunAsync("reconcile", default);

        Assert.That((_work.Runs, _leases.Holder(Lease)), Is.EqualTo((1, (string?)null)));
        Assert.That(during, Does.StartWith("one/"));
    }

    [TestCase("one")]
    [TestCase("two")]
    public async Task RunAsync_AnotherRunHasTheLease_ReturnsAtOnce(string node)
    {
        var end = new TaskCompletionSource();
        _work.WhenRun = _ => end.Task;
        var first = Job("one").RunAsync("reconcile", default);

        await Job(node).RunAsync("reconcile", default);
        end.SetResult();
        await first;

        Assert.That(_work.Runs, Is.EqualTo(1));
    }

    [Test]
    public async Task RunAsync_LongerThanTheLease_KeepsItUntilTheEnd()
    {
        var end = new TaskCompletionSource();
        var cutOff = false;
        _work.WhenRun = async token =>
        {
            await end.Task;
            cutOff = token.IsCancellationRequested;
        };
        var run = Job("one").RunAsync("reconcile", default);
        var prolonged = new SemaphoreSlim(0);
        _leases.WhenAnswered = () => prolonged.Release();
        for (var thirds = 0; thirds < 9; thirds++)
        {
            _time.Advance(Third);
            Assert.That(await prolonged.WaitAsync(TestNode.Patience), Is.True);
        }

        end.SetResult();
        await run;

        Assert.That((cutOff, _leases.Holder(Lease)), Is.EqualTo((false, (string?)null)));
    }

    [Test]
    public async Task RunAsync_FailedRun_GivesTheLeaseBackAndLetsTheErrorOut()
    {
        _work.WhenRun = _ => throw new TimeoutException("The shop is busy.");

        Assert.That(async () => await Job("one").RunAsync("reconcile", default), Throws.TypeOf<TimeoutException>());
        _work.WhenRun = _ => Task.CompletedTask;
        await Job("two").RunAsync("reconcile", default);

        Assert.That(_work.Runs, Is.EqualTo(2));
    }

    [Test]
    public async Task RunAsync_AnotherNodeTookTheLease_EndsTheRun()
    {
        _work.WhenRun = token => Task.Delay(Timeout.Infinite, token);
        var run = Job("one").RunAsync("reconcile", default);
        // As after a stall of this node alone: the database's clock went on.
        await _leases.ReleaseAsync(Lease, _leases.Holder(Lease)!, default);
        await _leases.TryTakeAsync(Lease, "two/1", TimeSpan.FromMinutes(1), default);

        _time.Advance(Third);
        await run.WaitAsync(TestNode.Patience);

        Assert.That((_log.Of(3031).Count, _leases.Holder(Lease)), Is.EqualTo((1, "two/1")));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task RunAsync_DatabaseAwayForTheLeasesLength_EndsTheRun(bool hangs)
    {
        _work.WhenRun = token => Task.Delay(Timeout.Infinite, token);
        var run = Job("one").RunAsync("reconcile", default);
        var back = new TaskCompletionSource();
        _leases.WhenAsked = () => hangs ? back.Task : throw new TimeoutException("The database is away.");

        _time.Advance(Third);
        _time.Advance(Third);
        var endedEarly = _log.Of(3031).Count;
        _time.Advance(Third);
        back.SetResult();
        await run.WaitAsync(TestNode.Patience);

        Assert.That((endedEarly, _log.Of(3031).Count), Is.EqualTo((0, 1)));
    }

    [Test]
    public void RunAsync_ServerStops_IsCancelledSoThatTheJobGoesBackToItsQueue()
    {
        using var stopping = new CancellationTokenSource();
        _work.WhenRun = token => Task.Delay(Timeout.Infinite, token);
        var run = Job("one").RunAsync("reconcile", stopping.Token);

        stopping.Cancel();

        Assert.That(async () => await run, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_leases.Holder(Lease), Is.Null);
    }

    [Test]
    public async Task RunAsync_UnknownWork_SaysSo()
    {
        await Job("one").RunAsync("of-a-later-version", default);

        Assert.That(_log.Of(3030).Single().Text, Does.Contain("of-a-later-version"));
    }

    private PeriodicJob Job(string node)
    {
        var factory = LoggerFactory.Create(logging => logging.AddProvider(_log));
        var leases = new WorkLeases(_leases, Options.Create(new SendingOptions { Worker = node }), _time, factory.CreateLogger<WorkLease>());
        return new PeriodicJob([_work], leases, factory.CreateLogger<PeriodicJob>());
    }
}
