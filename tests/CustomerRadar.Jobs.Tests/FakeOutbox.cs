using System.Collections.Concurrent;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Jobs.Tests;

/// <summary>The rows as far as jobs touch them: says which were asked for, and hands out the overdue ones to a sweep.</summary>
internal sealed class FakeOutbox : IOutbox
{
    private readonly ConcurrentDictionary<InvitationId, TaskCompletionSource<DateTimeOffset>> _leased = new();
    private readonly ConcurrentDictionary<InvitationId, TaskCompletionSource> _completed = new();
    private readonly ConcurrentQueue<LeasedInvitation> _overdue = new();
    private readonly ConcurrentQueue<TaskCompletionSource> _sweepWaiters = new();
    private int _leases;

    /// <summary>What the database does when a job asks for its row, beyond finding it gone.</summary>
    public Func<InvitationId, CancellationToken, Task> WhenLeased { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What the database does when a sweep asks for rows.</summary>
    public Func<CancellationToken, Task> WhenSwept { get; set; } = _ => Task.CompletedTask;

    /// <summary>How often any job has asked for its row.</summary>
    public int Leases => Volatile.Read(ref _leases);

    /// <summary>Ends when a job asks for the row; the instant.</summary>
    public Task<DateTimeOffset> LeasedAsync(InvitationId id) => _leased.GetOrAdd(id, _ => Source<DateTimeOffset>()).Task.WaitAsync(TestNode.Patience);

    /// <summary>Ends when an outcome of the row is written.</summary>
    public Task CompletedAsync(InvitationId id) => Completed(id).Task.WaitAsync(TestNode.Patience);

    /// <summary>Ends with the next sweep.</summary>
    public Task NextSweepAsync()
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _sweepWaiters.Enqueue(waiter);
        return waiter.Task.WaitAsync(TestNode.Patience);
    }

    /// <summary>A row that has been due for a while and has no job.</summary>
    public void AddOverdue(InvitationId id)
    {
        var now = TimeProvider.System.GetUtcNow();
        _overdue.Enqueue(new LeasedInvitation
        {
            Lease = new Lease(id, Guid.NewGuid(), now, now.AddMinutes(2)),
            Interaction = new Interaction(StoreKey.Parse("1"), Trigger.OrderPaid, SubjectKey.Parse("order:1"), now, InteractionOrigin.Event),
            Rule = RuleKey.Parse("deleted-since"),
            FirstDueAt = now,
            DueAt = now,
            Attempts = 0,
            Retries = 0,
        });
    }

    public async Task<LeasedInvitation?> LeaseAsync(InvitationId id, TimeSpan length, string worker, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _leases);
        _leased.GetOrAdd(id, _ => Source<DateTimeOffset>()).TrySetResult(TimeProvider.System.GetUtcNow());
        await WhenLeased(id, cancellationToken);
        return null;
    }

    public async Task<IReadOnlyList<LeasedInvitation>> LeaseDueAsync(
        int atMost, TimeSpan overdueBy, TimeSpan length, string worker, CancellationToken cancellationToken)
    {
        for (var count = _sweepWaiters.Count; count > 0 && _sweepWaiters.TryDequeue(out var waiter); count--)
            waiter.TrySetResult();
        await WhenSwept(cancellationToken);
        var page = new List<LeasedInvitation>();
        while (page.Count < atMost && _overdue.TryDequeue(out var row))
            page.Add(row);
        return page;
    }

    public Task<bool> CompleteAsync(Lease lease, InvitationChange change, CancellationToken cancellationToken)
    {
        Completed(lease.Invitation).TrySetResult();
        return Task.FromResult(true);
    }

    public Task<ExpiredLeases> ResolveExpiredAsync(int atMost, CancellationToken cancellationToken) => Task.FromResult(new ExpiredLeases(0, 0));

    public Task<PlanResult> AddAsync(PlannedInvitation planned, CancellationToken cancellationToken) => throw NoJobDoesThis();

    public Task<RequestStart> MarkRequestStartedAsync(
        Lease lease, TimeSpan needed, IReadOnlyCollection<PauseScope> scopes, CancellationToken cancellationToken) => throw NoJobDoesThis();

    public Task MarkNotTakenAsync(Lease lease, CancellationToken cancellationToken) => throw NoJobDoesThis();

    public Task<int> CancelAsync(StoreKey store, SubjectKey subject, string reason, string by, CancellationToken cancellationToken) => throw NoJobDoesThis();

    public Task<int> CancelAllAsync(string reason, string by, CancellationToken cancellationToken) => throw NoJobDoesThis();

    private TaskCompletionSource Completed(InvitationId id) =>
        _completed.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private static TaskCompletionSource<T> Source<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static InvalidOperationException NoJobDoesThis() => new("No job of these tests comes this far.");
}
