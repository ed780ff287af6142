using CustomerRadar.Core.Invitations;
using Hangfire;
using Hangfire.Client;
using Hangfire.InMemory;
using Hangfire.Server;
using Hangfire.States;
using Hangfire.Storage;

namespace CustomerRadar.Jobs.Tests;

/// <summary>Another user of the same copy of Hangfire in this process, with everything global set.</summary>
[NonParallelizable]
internal sealed class OtherHangfireTests
{
    private static readonly InvitationId Id = new(42);

    private readonly NastyFilter _filter = new();
    private InMemoryStorage _theirs = null!;
    private JobActivator _activatorBefore = null!;

    [SetUp]
    public void SetEverythingGlobal()
    {
        _theirs = new InMemoryStorage();
        _activatorBefore = JobActivator.Current;
        JobStorage.Current = _theirs;
        JobActivator.Current = new NastyActivator();
        GlobalJobFilters.Filters.Add(_filter);
    }

    [TearDown]
    public void TakeEverythingBack()
    {
        GlobalJobFilters.Filters.Remove(_filter);
        JobActivator.Current = _activatorBefore;
        JobStorage.Current = null;
        _theirs.Dispose();
    }

    [Test]
    public async Task Jobs_AnotherHangfireInThisProcess_NeitherUseItNorDisturbIt()
    {
        var activator = JobActivator.Current;
        await using var node = await new TestNode(options => options.RouteHangfireLog = false).StartAsync();

        node.Scheduler.Schedule(Id, DateTimeOffset.UnixEpoch);
        node.Scheduler.Schedule(new InvitationId(43), TimeProvider.System.GetUtcNow().AddSeconds(1));
        await node.Outbox.LeasedAsync(Id);
        await node.Outbox.LeasedAsync(new InvitationId(43));
        await node.StopAsync();

        var statistics = _theirs.GetMonitoringApi().GetStatistics();
        Assert.Multiple(() =>
        {
            Assert.That(_filter.Calls, Is.Zero);
            Assert.That(JobStorage.Current, Is.SameAs(_theirs));
            Assert.That(JobActivator.Current, Is.SameAs(activator));
            Assert.That(statistics.Servers + statistics.Enqueued + statistics.Scheduled + statistics.Recurring + statistics.Succeeded, Is.Zero);
        });
    }

    private sealed class NastyActivator : JobActivator
    {
        public override object ActivateJob(Type jobType) => throw new InvalidOperationException("Not for your jobs.");
    }

    private sealed class NastyFilter : IClientFilter, IServerFilter, IElectStateFilter, IApplyStateFilter
    {
        private int _calls;

        public int Calls => Volatile.Read(ref _calls);

        public void OnCreating(CreatingContext context) => Refuse();

        public void OnCreated(CreatedContext context) => Refuse();

        public void OnPerforming(PerformingContext context) => Refuse();

        public void OnPerformed(PerformedContext context) => Refuse();

        public void OnStateElection(ElectStateContext context) => Refuse();

        public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction) => Refuse();

        public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction) => Refuse();

        private void Refuse()
        {
            Interlocked.Increment(ref _calls);
            throw new InvalidOperationException("Not for your jobs.");
        }
    }
}
