using System.Linq.Expressions;
using CustomerRadar.Core.Periodic;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Shipping;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Interactions;

/// <summary>Shipments by one of their dates: sent, delivered, ready for pick-up. An order with several of them in a page is given once.</summary>
internal sealed class ShipmentWalk(StoreTables tables, Expression<Func<Shipment, DateTime?>> date) : IInteractionWalk
{
    private readonly DatedRows<Shipment> _dated = new(date);

    /// <inheritdoc/>
    public async Task<InteractionPage> ReadAsync(InteractionQuery query, OrderRange range, CancellationToken cancellationToken)
    {
        var shipments = await tables.ListAsync<Shipment>(rows => _dated.Page(Find(rows, range), PageCursor.Read(query.Cursor), query.NewestFirst, query.Size));
        var orders = (await tables.FindAsync<Order>(shipments.Select(shipment => shipment.OrderId))).ToDictionary(order => order.Id);
        return new InteractionPage(
            [
                .. shipments.DistinctBy(shipment => shipment.OrderId)
                    .Where(shipment => orders.ContainsKey(shipment.OrderId))
                    .Select(shipment => OrderInteraction.Of(orders[shipment.OrderId], query, Utc.Instant(_dated.Of(shipment)))),
            ],
            _dated.Next(shipments, query.Size)?.ToString());
    }

    /// <inheritdoc/>
    public Task<int> CountAsync(InteractionQuery query, OrderRange range, CancellationToken cancellationToken)
    {
        var shipments = _dated.Between(tables.All<Shipment>(), range.From, range.Until);
        return tables.CountAsync<Order>(rows => range.Standing(rows).Where(order => shipments.Any(shipment => shipment.OrderId == order.Id)));
    }

    private IQueryable<Shipment> Find(IQueryable<Shipment> rows, OrderRange range) =>
        from shipment in _dated.Between(rows, range.From, range.Until)
        join order in range.Standing(tables.All<Order>()) on shipment.OrderId equals order.Id
        select shipment;
}
