using Nop.Core.Domain.Orders;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.CustomerRadar.Consumers;

/// <summary>An order was paid in whole; an order without anything to pay is paid when it is placed.</summary>
public sealed class OrderPaidConsumer(OrderEvents events) : IConsumer<OrderPaidEvent>
{
    /// <inheritdoc/>
    public Task HandleEventAsync(OrderPaidEvent eventMessage) =>
        // Some payment plugins publish before the date is set; then it was paid now.
        events.PaidAsync(eventMessage.Order, eventMessage.Order.PaidDateUtc);
}
