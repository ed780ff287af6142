using CustomerRadar.Core.Invitations;
using CustomerRadar.Jobs.Internal;
using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CustomerRadar.Jobs.Tests.Internal;

internal sealed class InvitationSchedulerTests
{
    private readonly FakeTimeProvider _time = new();
    private LogLines _log = null!;
    private InvitationScheduler _scheduler = null!;

    [SetUp]
    public void MakeScheduler()
    {
        _log = new LogLines();
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(_log));
        _scheduler = new InvitationScheduler(_time, logging.CreateLogger<InvitationScheduler>());
    }

    [TearDown]
    public void EndLog() => _log.Dispose();

    [Test]
    public async Task Schedule_StorageHangs_ReturnsAtOnceAndCountsWhatDoesNotFit()
    {
        using var storage = new HangingStorage();
        _scheduler.Open(Queue(storage));
        var dropped = _log.NextAsync(3010);

        Schedule(InvitationScheduler.Capacity + 100);
        await storage.Reached.Task.WaitAsync(TestNode.Patience);
        var line = await dropped;

        Assert.Multiple(() =>
        {
            Assert.That(storage.ReachedOn, Is.Not.EqualTo(Environment.CurrentManagedThreadId));
            Assert.That(line.Level, Is.EqualTo(LogLevel.Warning));
        });
        storage.Release();
        await _scheduler.CloseAsync(CancellationToken.None);
    }

    [Test]
    public async Task Schedule_StorageAway_GoesOnAndReportsTheCause()
    {
        _scheduler.Open(Queue(new AwayStorage()));
        var dropped = _log.NextAsync(3010);

        Schedule(1);
        var line = await dropped;
        Schedule(2);
        await _scheduler.CloseAsync(CancellationToken.None);

        Assert.That(line.Exception?.InnerException, Is.InstanceOf<TimeoutException>());
        Assert.That(_log.Of(3010), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Schedule_AfterClose_ThrowsNothing()
    {
        await _scheduler.CloseAsync(CancellationToken.None);

        Assert.That(() => Schedule(1), Throws.Nothing);
    }

    [Test]
    public async Task Close_StorageHangs_EndsWhenTold()
    {
        using var storage = new HangingStorage();
        _scheduler.Open(Queue(storage));
        Schedule(2);
        await storage.Reached.Task.WaitAsync(TestNode.Patience);
        using var patience = new CancellationTokenSource();
        var closing = _scheduler.CloseAsync(patience.Token);

        await patience.CancelAsync();

        Assert.That(async () => await closing.WaitAsync(TestNode.Patience), Throws.Nothing);
        storage.Release();
    }

    private void Schedule(int count)
    {
        foreach (var number in Enumerable.Range(1, count))
            _scheduler.Schedule(new InvitationId(number), DateTimeOffset.UnixEpoch);
    }

    private JobQueue Queue(JobStorage storage) => new(storage, new JobFilterProviderCollection(), _time);

    private sealed class AwayStorage : JobStorage
    {
        public override IMonitoringApi GetMonitoringApi() => throw new NotSupportedException();

        public override IStorageConnection GetConnection() => throw new TimeoutException("The database is away.");

        public override bool HasFeature(string featureId) => true;
    }

    private sealed class HangingStorage : JobStorage, IDisposable
    {
        private readonly ManualResetEventSlim _released = new();

        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int ReachedOn { get; private set; }

        public void Release() => _released.Set();

        public override IMonitoringApi GetMonitoringApi() => throw new NotSupportedException();

        public override IStorageConnection GetConnection()
        {
            ReachedOn = Environment.CurrentManagedThreadId;
            Reached.TrySetResult();
            _released.Wait(TestNode.Patience);
            throw new TimeoutException("The database hung.");
        }

        public override bool HasFeature(string featureId) => true;

        public void Dispose() => _released.Dispose();
    }
}
