namespace CustomerRadar.Core.Periodic;

/// <summary>Keeps backfills and how far they have come. A port that the storage implements.</summary>
public interface IBackfills
{
    /// <summary>Writes a new one, running; gives its number.</summary>
    Task<long> AddAsync(BackfillPlan plan, CancellationToken cancellationToken);

    /// <summary>One of them; null when there is none of that number.</summary>
    Task<Backfill?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>The newest first, at most <paramref name="atMost"/>.</summary>
    Task<IReadOnlyList<Backfill>> ListAsync(int atMost, CancellationToken cancellationToken);

    /// <summary>Those that are running, the oldest first.</summary>
    Task<IReadOnlyList<Backfill>> RunningAsync(CancellationToken cancellationToken);

    /// <summary>Writes how far it has come; false when it is not running any more, or when <paramref name="before"/> is not what stands: then another node was faster.</summary>
    Task<bool> ProgressAsync(long id, BackfillProgress before, BackfillProgress after, CancellationToken cancellationToken);

    /// <summary>Changes the state: Running to Stopped, Done or Failed; Stopped or Failed to Running. False when that does not follow.</summary>
    Task<bool> SetStateAsync(long id, BackfillState state, string? reason, CancellationToken cancellationToken);
}
