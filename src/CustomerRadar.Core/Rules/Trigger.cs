namespace CustomerRadar.Core.Rules;

/// <summary>What has to happen before a send rule invites. Stored by name: never rename a member.</summary>
public enum Trigger
{
    /// <summary>An order was placed.</summary>
    OrderPlaced,

    /// <summary>An order was paid, in whole.</summary>
    OrderPaid,

    /// <summary>An order was completed.</summary>
    OrderCompleted,

    /// <summary>A shipment was sent; the subject is its order.</summary>
    ShipmentSent,

    /// <summary>A shipment was delivered; the subject is its order.</summary>
    ShipmentDelivered,

    /// <summary>An order is ready for pick-up.</summary>
    ReadyForPickup,

    /// <summary>A booking or rental came to its end.</summary>
    BookingCompleted,
}
