using CustomerRadar.Core.Rules;
using Nop.Core.Domain.Shipping;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.CustomerRadar.Consumers;

/// <summary>
/// A shipment was sent, delivered or made ready for pick-up; the subject is its order. Every shipment of an order comes to the same row: whether
/// the first or the last one counts is the rule's to say, and is looked at when the row is due.
/// </summary>
public sealed class ShipmentConsumer(EventIntake intake)
    : IConsumer<ShipmentSentEvent>, IConsumer<ShipmentDeliveredEvent>, IConsumer<ShipmentReadyForPickupEvent>
{
    /// <inheritdoc/>
    public Task HandleEventAsync(ShipmentSentEvent eventMessage) =>
        intake.HappenedAsync(Trigger.ShipmentSent, eventMessage.Shipment.OrderId, eventMessage.Shipment.ShippedDateUtc);

    /// <inheritdoc/>
    public Task HandleEventAsync(ShipmentDeliveredEvent eventMessage) =>
        intake.HappenedAsync(Trigger.ShipmentDelivered, eventMessage.Shipment.OrderId, eventMessage.Shipment.DeliveryDateUtc);

    /// <inheritdoc/>
    public Task HandleEventAsync(ShipmentReadyForPickupEvent eventMessage) =>
        intake.HappenedAsync(Trigger.ReadyForPickup, eventMessage.Shipment.OrderId, eventMessage.Shipment.ReadyForPickupDateUtc);
}
