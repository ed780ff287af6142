using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Events;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.CustomerRadar.Consumers;

/// <summary>An order was refunded, voided or deleted. A refund of a part leaves the order standing.</summary>
public sealed class OrderEndedConsumer(OrderEvents events)
    : IConsumer<OrderRefundedEvent>, IConsumer<OrderVoidedEvent>, IConsumer<EntityDeletedEvent<Order>>
{
    /// <inheritdoc/>
    public Task HandleEventAsync(OrderRefundedEvent eventMessage) =>
        eventMessage.Order.PaymentStatus == PaymentStatus.Refunded
            ? events.EndedAsync(eventMessage.Order, "The order was refunded in full.")
            : Task.CompletedTask;

    /// <inheritdoc/>
    public Task HandleEventAsync(OrderVoidedEvent eventMessage) => events.EndedAsync(eventMessage.Order, "The payment was voided.");

    /// <inheritdoc/>
    public Task HandleEventAsync(EntityDeletedEvent<Order> eventMessage) => events.EndedAsync(eventMessage.Entity, "The order was deleted.");
}
