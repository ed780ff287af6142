namespace Nop.Core.Domain.Shipping;

public enum ShippingStatus
{
    ShippingNotRequired = 10,
    NotYetShipped = 20,
    PartiallyShipped = 25,
    Shipped = 30,
    Delivered = 40,
}

public class Warehouse : BaseEntity
{
    public string Name { get; set; }
}

public class ShipmentItem : BaseEntity
{
    public int ShipmentId { get; set; }

    public int OrderItemId { get; set; }

    public int Quantity { get; set; }

    public int WarehouseId { get; set; }
}

public class Shipment : BaseEntity
{
    public int OrderId { get; set; }

    public string TrackingNumber { get; set; }

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
