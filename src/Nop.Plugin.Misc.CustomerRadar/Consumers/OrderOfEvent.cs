using Nop.Core.Domain.Orders;
using Nop.Data;

namespace Nop.Plugin.Misc.CustomerRadar.Consumers;

/// <summary>
/// Finds the order of an event that brings only its id. Through the store's own cache of this request, where the order mostly still lies,
/// since the store has just worked on it: what is taken from it, store and customer, never changes.
/// </summary>
public sealed class OrderOfEvent(IRepository<Order> orders)
{
    /// <summary>The order; null when there is none of that id.</summary>
    public async Task<Order?> FindAsync(int orderId) => await orders.GetByIdAsync(orderId, _ => null, useShortTermCache: true);
}
