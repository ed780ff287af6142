using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Rules;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Interactions;

/// <summary>
/// What happened in the shop in a range of time, out of its own tables: heals what an event did not bring, and finds the past for a backfill.
/// Bookings of other plugins cannot be asked for; their plugins publish them again.
/// </summary>
public sealed class ShopInteractions(StoreTables tables, IRuleBooks books) : IInteractionSource
{
    /// <inheritdoc/>
    public async Task<InteractionPage> ReadAsync(InteractionQuery query, CancellationToken cancellationToken) =>
        OrderSubject.StoreId(query.Store) is { } storeId
            ? await WalkOf(query.Trigger).ReadAsync(query, OrderRange.Of(query, storeId), cancellationToken)
            : new InteractionPage([], Next: null);

    /// <inheritdoc/>
    public async Task<int> CountAsync(InteractionQuery query, CancellationToken cancellationToken) =>
        OrderSubject.StoreId(query.Store) is { } storeId ? await WalkOf(query.Trigger).CountAsync(query, OrderRange.Of(query, storeId), cancellationToken) : 0;

    private IInteractionWalk WalkOf(Trigger trigger) => trigger switch
    {
        Trigger.OrderPlaced => new OrderWalk(tables, order => order.CreatedOnUtc),
        Trigger.OrderPaid => new OrderWalk(tables, order => order.PaidDateUtc),
        Trigger.OrderCompleted => new CompletedWalk(tables, books),
        Trigger.ShipmentSent => new ShipmentWalk(tables, shipment => shipment.ShippedDateUtc),
        Trigger.ShipmentDelivered => new ShipmentWalk(tables, shipment => shipment.DeliveryDateUtc),
        Trigger.ReadyForPickup => new ShipmentWalk(tables, shipment => shipment.ReadyForPickupDateUtc),
        Trigger.BookingCompleted => new RentalWalk(tables, books),
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "The shop knows no such trigger."),
    };
}
