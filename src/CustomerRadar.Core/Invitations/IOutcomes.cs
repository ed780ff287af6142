namespace CustomerRadar.Core.Invitations;

/// <summary>Reads what became of rows, change by change, for a host that tells it on. A port that the storage implements.</summary>
public interface IOutcomes
{
    /// <summary>The mark of the newest change that is older than <paramref name="age"/> by the database's clock, for who wants nothing of the past; 0 when there is none.</summary>
    Task<long> NewestAsync(TimeSpan age, CancellationToken cancellationToken);

    /// <summary>The outcomes among the changes after a mark, the oldest first.</summary>
    /// <param name="mark">The last change that was read.</param>
    /// <param name="settled">
    /// How long ago a change must be, by the database's clock. Numbers are given out before they are seen by others: a younger change may have
    /// one before it that is still being written, and would be missed.
    /// </param>
    /// <param name="atMost">How many changes are looked at, 1 to 500.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Task<OutcomePage> AfterAsync(long mark, TimeSpan settled, int atMost, CancellationToken cancellationToken);
}
