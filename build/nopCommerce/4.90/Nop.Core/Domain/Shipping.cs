namespace Nop.Core.Domain.Shipping;

public class Shipment : BaseEntity
{
    public int OrderId { get; set; }

    public DateTime? ShippedDateUtc { get; set; }

    public DateTime? DeliveryDateUtc { get; set; }

    public DateTime? ReadyForPickupDateUtc { get; set; }
}

public class ShipmentSentEvent
{
    public ShipmentSentEvent(Shipment shipment) => Shipment = shipment;

    public Shipment Shipment { get; }
}

public class ShipmentDeliveredEvent
{
    public ShipmentDeliveredEvent(Shipment shipment) => Shipment = shipment;

    public Shipment Shipment { get; }
}

public class ShipmentReadyForPickupEvent
{
    public ShipmentReadyForPickupEvent(Shipment shipment) => Shipment = shipment;

    public Shipment Shipment { get; }
}
