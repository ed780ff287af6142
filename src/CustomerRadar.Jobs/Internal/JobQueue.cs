using CustomerRadar.Core.Periodic;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace CustomerRadar.Jobs.Internal;

/// <summary>Writes jobs to an opened storage, with our own filters and nothing from Hangfire's global state.</summary>
internal sealed class JobQueue(JobStorage storage, IJobFilterProvider filters, TimeProvider time)
{
    public const string Name = "customer-radar";
    public const string DispatchId = "customer-radar-dispatch";
    private const string WorkPrefix = "customer-radar-work-";

    private readonly BackgroundJobClient _client = new(storage, filters);
    private readonly RecurringJobManager _recurring = new(storage, filters);

    public void Add(WakeUp wakeUp)
    {
        var id = wakeUp.Invitation.Value;
        var job = Job.FromExpression<SendInvitationJob>(send => send.RunAsync(id, CancellationToken.None), Name);
        _client.Create(job, State(wakeUp.DueAt));
    }

    /// <summary>One sweep now, and one at every interval from now on; what an earlier version left is replaced.</summary>
    public void AddDispatch(TimeSpan interval)
    {
        var job = Job.FromExpression<DispatchJob>(dispatch => dispatch.RunAsync(CancellationToken.None), Name);
        _recurring.AddOrUpdate(DispatchId, job, DispatchSchedule.Cron(interval), InUtc());
        _client.Create(job, new EnqueuedState(Name));
    }

    /// <summary>Each of these works at its interval from now on, and no other: the storage is ours alone, so whatever else comes again in it is of an earlier version.</summary>
    public void SetWorks(IReadOnlyCollection<IPeriodicWork> works)
    {
        foreach (var work in works)
        {
            var name = work.Name;
            _recurring.AddOrUpdate(WorkPrefix + name, WorkJob(name), WorkSchedule.Cron(name, work.Interval), InUtc());
        }

        using var connection = storage.GetConnection();
        foreach (var gone in connection.GetRecurringJobs().Select(job => job.Id).Except([DispatchId, .. works.Select(work => WorkPrefix + work.Name)]))
            _recurring.RemoveIfExists(gone);
    }

    /// <summary>One of these works once, now.</summary>
    public void AddWork(string name) => _client.Create(WorkJob(name), new EnqueuedState(Name));

    private static Job WorkJob(string name) => Job.FromExpression<PeriodicJob>(periodic => periodic.RunAsync(name, CancellationToken.None), Name);

    // Relaxed: what was missed while nothing ran is done once.
    private static RecurringJobOptions InUtc() => new() { TimeZone = TimeZoneInfo.Utc, MisfireHandling = MisfireHandlingMode.Relaxed };

    private IState State(DateTimeOffset dueAt)
    {
        if (dueAt <= time.GetUtcNow())
            return new EnqueuedState(Name);

        // Hangfire cuts the instant to its second and would come early, so it is rounded up; another second is for a database clock that
        // is behind. A job that comes too early finds its row not due, and then only the sweep comes for it.
        var second = (dueAt.ToUnixTimeMilliseconds() + 1999) / 1000;
        return new ScheduledState(DateTimeOffset.FromUnixTimeSeconds(second).UtcDateTime);
    }
}
