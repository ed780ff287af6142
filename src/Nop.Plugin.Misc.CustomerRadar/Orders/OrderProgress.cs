using CustomerRadar.Core.Rules;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.Shipping;
using Nop.Plugin.Misc.CustomerRadar.Rentals;

namespace Nop.Plugin.Misc.CustomerRadar.Orders;

/// <summary>How far an order has come on the way that a rule waits for, by the store's own dates.</summary>
/// <param name="OccurredAt">When it happened, as the store knows it now; null where the store keeps no date.</param>
/// <param name="Awaits">What has not happened yet, in plain words; null when all has.</param>
internal sealed record OrderProgress(DateTimeOffset? OccurredAt, string? Awaits)
{
    /// <summary>Looks at an order.</summary>
    /// <param name="trigger">What has to happen.</param>
    /// <param name="rule">The rule, for its choice of shipment; null when it was deleted.</param>
    /// <param name="facts">The order.</param>
    /// <param name="zone">The zone of the store's connection; null when it has none.</param>
    public static async Task<OrderProgress> OfAsync(Trigger trigger, SendRule? rule, OrderFacts facts, TimeZoneInfo? zone)
    {
        var order = facts.Order;
        var last = rule?.Shipment == ShipmentPick.Last;
        return trigger switch
        {
            Trigger.OrderPlaced => new OrderProgress(Utc.Instant(order.CreatedOnUtc), null),
            Trigger.OrderPaid => new OrderProgress(order.PaidDateUtc is { } paid ? Utc.Instant(paid) : null, Unpaid(order)),
            Trigger.OrderCompleted => new OrderProgress(null, order.OrderStatus == OrderStatus.Complete ? null : "The order is not complete any more."),
            Trigger.ShipmentSent => OfShipments(
                await facts.ShipmentsAsync(), shipment => shipment.ShippedDateUtc, last, order.ShippingStatus is ShippingStatus.Shipped or ShippingStatus.Delivered, "sent"),
            Trigger.ShipmentDelivered => OfShipments(
                await facts.ShipmentsAsync(), shipment => shipment.DeliveryDateUtc, last, order.ShippingStatus == ShippingStatus.Delivered, "delivered"),
            Trigger.ReadyForPickup => OfPickups(await facts.ShipmentsAsync(), last),
            Trigger.BookingCompleted => OfRentals(await facts.ItemsAsync(), Unpaid(order), zone),
            _ => new OrderProgress(null, null),
        };
    }

    private static string? Unpaid(Order order) =>
        order.PaymentStatus is PaymentStatus.Paid or PaymentStatus.PartiallyRefunded ? null : "The order has not been paid.";

    private static OrderProgress OfShipments(IReadOnlyList<Shipment> shipments, Func<Shipment, DateTime?> date, bool last, bool isAll, string done)
    {
        var dates = shipments.Select(date).OfType<DateTime>().ToList();
        if (dates.Count == 0)
            return new OrderProgress(null, $"No shipment has been {done} yet.");
        return last
            ? new OrderProgress(Utc.Instant(dates.Max()), isAll ? null : $"The last shipment has not been {done} yet.")
            : new OrderProgress(Utc.Instant(dates.Min()), null);
    }

    // The store keeps no status of an order for this: the last one is the last of those that were made.
    private static OrderProgress OfPickups(IReadOnlyList<Shipment> shipments, bool last) => OfShipments(
        shipments, shipment => shipment.ReadyForPickupDateUtc, last, shipments.All(shipment => shipment.ReadyForPickupDateUtc is not null), "made ready for pick-up");

    private static OrderProgress OfRentals(IReadOnlyList<OrderItem> items, string? unpaid, TimeZoneInfo? zone)
    {
        var ends = items.Select(item => item.RentalEndDateUtc).OfType<DateTime>().ToList();
        return ends.Count == 0
            ? new OrderProgress(null, "The order holds no rental any more.")
            : new OrderProgress(zone is null ? null : RentalEnd.Instant(ends.Max(), zone), unpaid);
    }
}
