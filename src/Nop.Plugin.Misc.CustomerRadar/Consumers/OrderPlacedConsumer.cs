using CustomerRadar.Core.Rules;
using Nop.Core.Domain.Orders;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.CustomerRadar.Consumers;

/// <summary>An order was placed, by a buyer, by a merchant for a buyer, or as the renewal of a subscription.</summary>
public sealed class OrderPlacedConsumer(OrderEvents events) : IConsumer<OrderPlacedEvent>
{
    /// <inheritdoc/>
    public Task HandleEventAsync(OrderPlacedEvent eventMessage) =>
        events.HappenedAsync(Trigger.OrderPlaced, eventMessage.Order, eventMessage.Order.CreatedOnUtc);
}
