namespace CustomerRadar.Core.Periodic.Internal;

/// <summary>A walk over a range that has begun.</summary>
/// <param name="From">From this instant on.</param>
/// <param name="Until">Before this instant.</param>
/// <param name="Cursor">Where its next page begins.</param>
internal sealed record ReconcileWalk(DateTimeOffset From, DateTimeOffset Until, string Cursor);
