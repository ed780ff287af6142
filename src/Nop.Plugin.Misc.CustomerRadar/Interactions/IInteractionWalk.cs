using CustomerRadar.Core.Periodic;

namespace Nop.Plugin.Misc.CustomerRadar.Interactions;

/// <summary>Finds the interactions of one kind of trigger in the store's tables.</summary>
internal interface IInteractionWalk
{
    /// <summary>A page of them.</summary>
    Task<InteractionPage> ReadAsync(InteractionQuery query, OrderRange range, CancellationToken cancellationToken);

    /// <summary>How many orders they are of.</summary>
    Task<int> CountAsync(InteractionQuery query, OrderRange range, CancellationToken cancellationToken);
}
