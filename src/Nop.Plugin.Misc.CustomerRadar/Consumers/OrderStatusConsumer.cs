using CustomerRadar.Core.Rules;
using Nop.Core.Domain.Orders;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.CustomerRadar.Consumers;

/// <summary>An order's status changed. The store has no event of its own for a cancelled or a completed order, and keeps no date of either.</summary>
public sealed class OrderStatusConsumer(OrderEvents events) : IConsumer<OrderStatusChangedEvent>
{
    /// <inheritdoc/>
    public async Task HandleEventAsync(OrderStatusChangedEvent eventMessage)
    {
        var (order, before) = (eventMessage.Order, eventMessage.PreviousOrderStatus);
        // The admin's "change status" publishes even when nothing has changed.
        if (order.OrderStatus == before)
            return;

        if (order.OrderStatus == OrderStatus.Cancelled)
            await events.EndedAsync(order, "The order was cancelled.");
        else if (before == OrderStatus.Cancelled)
            await events.RevivedAsync(order, "The order was restored.");
        if (order.OrderStatus == OrderStatus.Complete)
            await events.HappenedAsync(Trigger.OrderCompleted, order, at: null);
    }
}
