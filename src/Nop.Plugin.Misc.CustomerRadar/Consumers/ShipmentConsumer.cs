using CustomerRadar.Core.Rules;
using Nop.Core.Domain.Shipping;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.CustomerRadar.Consumers;

/// <summary>
/// A shipment was sent, delivered or made ready for pick-up; the subject is its order. Every shipment of an order comes to the same row: whether
/// the first or the last one counts is the rule's to say, and is looked at again when the row is due.
/// </summary>
public sealed class ShipmentConsumer(OrderEvents events)
    : IConsumer<ShipmentSentEvent>, IConsumer<ShipmentDeliveredEvent>, IConsumer<ShipmentReadyForPickupEvent>
{
    /// <inheritdoc/>
    public Task HandleEventAsync(ShipmentSentEvent eventMessage) =>
        events.HappenedAsync(Trigger.ShipmentSent, eventMessage.Shipment.OrderId, eventMessage.Shipment.ShippedDateUtc);

    /// <inheritdoc/>
    public Task HandleEventAsync(ShipmentDeliveredEvent eventMessage) =>
        events.HappenedAsync(Trigger.ShipmentDelivered, eventMessage.Shipment.OrderId, eventMessage.Shipment.DeliveryDateUtc);

    /// <inheritdoc/>
    public Task HandleEventAsync(ShipmentReadyForPickupEvent eventMessage) =>
        events.HappenedAsync(Trigger.ReadyForPickup, eventMessage.Shipment.OrderId, eventMessage.Shipment.ReadyForPickupDateUtc);
}
