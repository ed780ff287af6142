namespace CustomerRadar.Core.Invitations;

/// <summary>Reads the outbox for pages and the gateway's API.</summary>
public interface IInvitationQueries
{
    /// <summary>Counting ends here: what a page costs must not depend on how many rows there are.</summary>
    const int MostCounted = 10_000;

    /// <summary>A page of rows, newest first. Of more than <see cref="MostCounted"/> the older ones are found by a filter, not by paging.</summary>
    /// <param name="filter">Which rows.</param>
    /// <param name="page">From 1.</param>
    /// <param name="size">1 to 500.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<Page<InvitationRow>> ListAsync(InvitationFilter filter, int page, int size, CancellationToken cancellationToken);

    /// <summary>One row; null when there is none of that number.</summary>
    Task<InvitationRow?> FindAsync(InvitationId id, CancellationToken cancellationToken);

    /// <summary>A row's history, oldest first.</summary>
    Task<IReadOnlyList<HistoryLine>> HistoryAsync(InvitationId id, CancellationToken cancellationToken);

    /// <summary>How many rows stand in each state, <see cref="MostCounted"/> for so many or more; states without rows are left out.</summary>
    Task<IReadOnlyDictionary<InvitationState, int>> CountByStateAsync(CancellationToken cancellationToken);
}
