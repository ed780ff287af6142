namespace CustomerRadar.Core.Periodic;

/// <summary>
/// Asks a platform what happened in a time range, for the reconciler and for backfills. A port; a platform that cannot be asked (a webhook
/// source) registers none.
/// </summary>
public interface IInteractionSource
{
    /// <summary>A page of interactions; each has the instant that its event had or would have had.</summary>
    Task<InteractionPage> ReadAsync(InteractionQuery query, CancellationToken cancellationToken);

    /// <summary>How many interactions the range holds, for the merchant's decision; <see cref="InteractionQuery.Cursor"/> and size do not count.</summary>
    Task<int> CountAsync(InteractionQuery query, CancellationToken cancellationToken);
}
