using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Periodic;

/// <summary>Which interactions to read.</summary>
/// <param name="Store">Of which store.</param>
/// <param name="Trigger">What happened.</param>
/// <param name="From">From this instant on.</param>
/// <param name="Until">Before this instant.</param>
/// <param name="Origin">The origin that the interactions get: Reconcile or Backfill.</param>
public sealed record InteractionQuery(StoreKey Store, Trigger Trigger, DateTimeOffset From, DateTimeOffset Until, InteractionOrigin Origin)
{
    /// <summary>True: the newest first, as a backfill wants them. Default false.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>The <see cref="InteractionPage.Next"/> of the page before; null for the first page.</summary>
    public string? Cursor { get; init; }

    /// <summary>The most interactions of a page, 1 to 500. Default 200.</summary>
    public int Size { get; init; } = 200;
}
