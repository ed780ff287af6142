using CustomerRadar.Core.Invitations;
using CustomerRadar.Jobs.Internal;
using Hangfire.Common;
using Hangfire.InMemory;
using Hangfire.Storage;
using Microsoft.Extensions.Time.Testing;

namespace CustomerRadar.Jobs.Tests.Internal;

internal sealed class JobQueueTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private InMemoryStorage _storage = null!;
    private JobQueue _queue = null!;

    [SetUp]
    public void OpenStorage()
    {
        _storage = new InMemoryStorage();
        _queue = new JobQueue(_storage, new JobFilterProviderCollection(), new FakeTimeProvider(Noon));
    }

    [TearDown]
    public void CloseStorage() => _storage.Dispose();

    [Test]
    public void Add_Due_IsEnqueuedInOurQueue()
    {
        _queue.Add(new WakeUp(new InvitationId(42), Noon));

        Assert.That(Monitoring.EnqueuedCount("customer-radar"), Is.EqualTo(1));
    }

    [TestCase(1, 2_000)]
    [TestCase(1_000, 2_000)]
    [TestCase(1_001, 3_000)]
    [TestCase(1_999, 3_000)]
    public void Add_Later_ComesAtAWholeSecondAtLeastOneSecondAfterTheRowIsDue(int dueIn, int enqueuedIn)
    {
        _queue.Add(new WakeUp(new InvitationId(42), Noon.AddMilliseconds(dueIn)));

        var job = Monitoring.ScheduledJobs(0, 10).Single().Value;
        Assert.That(job.EnqueueAt, Is.EqualTo(Noon.AddMilliseconds(enqueuedIn).UtcDateTime));
    }

    [Test]
    public void Add_LatestInstantThereIs_IsKept()
    {
        _queue.Add(new WakeUp(new InvitationId(42), new DateTimeOffset(9999, 12, 31, 23, 0, 0, TimeSpan.Zero)));

        Assert.That(Monitoring.ScheduledCount(), Is.EqualTo(1));
    }

    [Test]
    public void Add_AnyJob_StoresTheNamesThatEveryVersionUnderstands()
    {
        _queue.Add(new WakeUp(new InvitationId(42), Noon));

        var stored = InvocationData.SerializeJob(Monitoring.EnqueuedJobs("customer-radar", 0, 1).Single().Value.Job);
        Assert.Multiple(() =>
        {
            Assert.That(stored.Type, Does.StartWith("CustomerRadar.Jobs.SendInvitationJob, CustomerRadar.Jobs,"));
            Assert.That(stored.Method, Is.EqualTo("RunAsync"));
            Assert.That(stored.ParameterTypes, Does.Contain("System.Int64").And.Contain("System.Threading.CancellationToken"));
            Assert.That(stored.Arguments, Is.EqualTo("""["42",null]"""));
        });
    }

    [Test]
    public void AddDispatch_Twice_LeavesOneRecurringJobWithTheNewInterval()
    {
        _queue.AddDispatch(TimeSpan.FromMinutes(1));
        _queue.AddDispatch(TimeSpan.FromSeconds(20));

        using var connection = _storage.GetConnection();
        var recurring = connection.GetRecurringJobs().Single();
        Assert.Multiple(() =>
        {
            Assert.That(recurring.Cron, Is.EqualTo("*/20 * * * * *"));
            Assert.That(recurring.Job.Type.FullName, Is.EqualTo("CustomerRadar.Jobs.DispatchJob"));
            Assert.That(recurring.Job.Queue, Is.EqualTo("customer-radar"));
        });
    }

    [Test]
    public void SetWorks_OfAnEarlierVersionToo_LeavesThoseThereAreAndTheSweep()
    {
        _queue.AddDispatch(TimeSpan.FromMinutes(1));
        _queue.SetWorks([new SomeWork("gone-since"), new SomeWork("reconcile")]);

        _queue.SetWorks([new SomeWork("reconcile"), new SomeWork("retention") { Interval = TimeSpan.FromDays(1) }]);

        using var connection = _storage.GetConnection();
        Assert.That(
            connection.GetRecurringJobs().Select(job => job.Id),
            Is.EquivalentTo(["customer-radar-dispatch", "customer-radar-work-reconcile", "customer-radar-work-retention"]));
    }

    [Test]
    public void SetWorks_AnyWork_StoresTheNamesThatEveryVersionUnderstands()
    {
        _queue.SetWorks([new SomeWork("reconcile")]);

        using var connection = _storage.GetConnection();
        var stored = InvocationData.SerializeJob(connection.GetRecurringJobs().Single().Job);
        Assert.Multiple(() =>
        {
            Assert.That(stored.Type, Does.StartWith("CustomerRadar.Jobs.PeriodicJob, CustomerRadar.Jobs,"));
            Assert.That(stored.Method, Is.EqualTo("RunAsync"));
            Assert.That(stored.ParameterTypes, Does.Contain("System.String").And.Contain("System.Threading.CancellationToken"));
            Assert.That(stored.Arguments, Is.EqualTo("""["\"reconcile\"",null]"""));
            Assert.That(stored.Queue, Is.EqualTo("customer-radar"));
        });
    }

    [Test]
    public void SetWorks_AnyInterval_IsOneThatHangfireUnderstands()
    {
        _queue.SetWorks([.. Enumerable.Range(1, 24 * 60).Select(minutes => new SomeWork($"every-{minutes}") { Interval = TimeSpan.FromMinutes(minutes) })]);

        using var connection = _storage.GetConnection();
        Assert.That(connection.GetRecurringJobs(), Has.All.Property("Error").Null.And.All.Property("NextExecution").Not.Null);
    }

    private IMonitoringApi Monitoring => _storage.GetMonitoringApi();
}
