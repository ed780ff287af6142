using CustomerRadar.Core.Periodic;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;

namespace Nop.Plugin.Misc.CustomerRadar.Interactions;

/// <summary>
/// A query's range in the store's terms. The store has an index on an order's creation only, not on its payment or its shipments: so a walk looks
/// at orders created up to <see cref="Earlier"/> before its range, along that index.
/// </summary>
/// <param name="StoreId">The store.</param>
/// <param name="From">From this instant on, UTC.</param>
/// <param name="Until">Before this instant, UTC.</param>
internal sealed record OrderRange(int StoreId, DateTime From, DateTime Until)
{
    /// <summary>How long after its creation an order may be paid, sent, completed or given back and still be found.</summary>
    public static readonly TimeSpan Earlier = TimeSpan.FromDays(365);

    public static OrderRange Of(InteractionQuery query, int storeId) => new(storeId, query.From.UtcDateTime, query.Until.UtcDateTime);

    /// <summary>The orders that can have come to a trigger in the range, and still stand.</summary>
    public IQueryable<Order> Standing(IQueryable<Order> orders)
    {
        var (storeId, created, until) = (StoreId, From - Earlier, Until);
        var (cancelled, refunded, voided) = ((int)OrderStatus.Cancelled, (int)PaymentStatus.Refunded, (int)PaymentStatus.Voided);
        return orders.Where(order => order.CreatedOnUtc >= created && order.CreatedOnUtc < until && order.StoreId == storeId
            && !order.Deleted && order.OrderStatusId != cancelled && order.PaymentStatusId != refunded && order.PaymentStatusId != voided);
    }
}
