namespace CustomerRadar.Core.Rules;

/// <summary>Which shipment of an order with several a rule waits for. Stored by name: never rename a member.</summary>
public enum ShipmentPick
{
    /// <summary>The first one. The default.</summary>
    First,

    /// <summary>The last one: every item has left, or has arrived.</summary>
    Last,
}
