using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Tests.Invitations;

namespace CustomerRadar.Core.Tests.Periodic;

/// <summary>Backfills in memory; like the tables, it keeps whole milliseconds.</summary>
internal sealed class MemoryBackfills : IBackfills
{
    private readonly List<Backfill> _rows = [];

    /// <summary>What happens just before progress is written: another node, a stop.</summary>
    public Action BeforeProgress { get; set; } = () => { };

    public Backfill Newest => _rows[^1];

    public Task<long> AddAsync(BackfillPlan plan, CancellationToken cancellationToken)
    {
        _rows.Add(new Backfill(_rows.Count + 1, plan, BackfillState.Running, null, BackfillProgress.None, Some.Noon, Some.Noon));
        return Task.FromResult((long)_rows.Count);
    }

    public Task<Backfill?> FindAsync(long id, CancellationToken cancellationToken) => Task.FromResult(_rows.Find(row => row.Id == id));

    public Task<IReadOnlyList<Backfill>> ListAsync(int atMost, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Backfill>>([.. _rows.AsEnumerable().Reverse().Take(atMost)]);

    public Task<IReadOnlyList<Backfill>> RunningAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Backfill>>([.. _rows.Where(row => row.State == BackfillState.Running)]);

    public Task<bool> ProgressAsync(long id, BackfillProgress before, BackfillProgress after, CancellationToken cancellationToken)
    {
        BeforeProgress();
        return Change(id, row => row.State == BackfillState.Running && row.Progress == before, row => row with { Progress = Kept(after) });
    }

    public Task<bool> SetStateAsync(long id, BackfillState state, string? reason, CancellationToken cancellationToken) => Change(
        id,
        row => state == BackfillState.Running ? row.State is BackfillState.Stopped or BackfillState.Failed : row.State == BackfillState.Running,
        row => row with { State = state, Reason = reason });

    private static BackfillProgress Kept(BackfillProgress progress) => progress with
    {
        NextDueAt = progress.NextDueAt is { } next ? DateTimeOffset.FromUnixTimeMilliseconds(next.ToUnixTimeMilliseconds()) : null,
    };

    private Task<bool> Change(long id, Func<Backfill, bool> allows, Func<Backfill, Backfill> change)
    {
        var index = _rows.FindIndex(row => row.Id == id);
        if (index < 0 || !allows(_rows[index]))
            return Task.FromResult(false);
        _rows[index] = change(_rows[index]);
        return Task.FromResult(true);
    }
}
