using System.Globalization;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Interactions;

/// <summary>The interaction of an order that was found, as its event would have been.</summary>
internal static class OrderInteraction
{
    public static Interaction Of(Order order, InteractionQuery query, DateTimeOffset occurredAt) =>
        new(OrderSubject.Store(order.StoreId), query.Trigger, OrderSubject.Of(order.Id), occurredAt, query.Origin)
        {
            Customer = order.CustomerId.ToString(CultureInfo.InvariantCulture),
        };
}
