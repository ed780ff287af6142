using CustomerRadar.Core.Periodic;

namespace Nop.Plugin.Misc.CustomerRadar.Backfills;

/// <summary>A backfill, to be shown.</summary>
/// <param name="Backfill">As it is stored.</param>
/// <param name="Rule">The rule's name; its key when there is no such rule any more.</param>
/// <param name="Store">The store's name.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record BackfillRow(Backfill Backfill, string Rule, string Store, DateOnly From, DateOnly Until);
