using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Rules;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Shipping;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Interactions;

/// <summary>
/// Completed orders. The store keeps no date of it: the latest of creation, payment and delivery stands for it. An order that something set to
/// Complete long after those, without an event, is one that the reconciler sees for the first time; it then happened now. That is only
/// believed of orders placed since every waiting rule is active: else a new rule would invite for all that was completed before it.
/// </summary>
internal sealed class CompletedWalk(StoreTables tables, IRuleBooks books) : IInteractionWalk
{
    private static readonly DatedRows<Order> Dated = new(order => order.CreatedOnUtc);

    /// <inheritdoc/>
    public async Task<InteractionPage> ReadAsync(InteractionQuery query, OrderRange range, CancellationToken cancellationToken)
    {
        var orders = await tables.ListAsync<Order>(rows => Dated.Page(Find(rows, query, range), PageCursor.Read(query.Cursor), query.NewestFirst, query.Size));
        List<int> ids = [.. orders.Select(order => order.Id)];
        var deliveries = ids.Count == 0
            ? []
            : await tables.ListAsync<Shipment>(rows => rows.Where(shipment => ids.Contains(shipment.OrderId) && shipment.DeliveryDateUtc != null));
        var delivered = deliveries.GroupBy(shipment => shipment.OrderId).ToDictionary(group => group.Key, group => group.Max(shipment => shipment.DeliveryDateUtc));
        return new InteractionPage(
            [.. orders.Select(order => OrderInteraction.Of(order, query, InstantOf(order, delivered.GetValueOrDefault(order.Id), query)))],
            Dated.Next(orders, query.Size)?.ToString());
    }

    /// <inheritdoc/>
    public Task<int> CountAsync(InteractionQuery query, OrderRange range, CancellationToken cancellationToken) =>
        tables.CountAsync<Order>(rows => Find(rows, query, range));

    private static DateTimeOffset InstantOf(Order order, DateTime? delivered, InteractionQuery query)
    {
        var latest = new[] { order.CreatedOnUtc, order.PaidDateUtc, delivered }.Max()!.Value;
        var known = Utc.Instant(latest);
        return known >= query.From ? known : query.Until;
    }

    private IQueryable<Order> Find(IQueryable<Order> rows, InteractionQuery query, OrderRange range)
    {
        var (complete, from, until, seen) = ((int)OrderStatus.Complete, range.From, range.Until, FirstSeenFrom(query) ?? DateTime.MaxValue);
        var deliveries = tables.All<Shipment>().Where(shipment => shipment.DeliveryDateUtc != null);
        return range.Standing(rows).Where(order => order.OrderStatusId == complete
            && (order.PaidDateUtc == null || order.PaidDateUtc < until)
            && !deliveries.Any(shipment => shipment.OrderId == order.Id && shipment.DeliveryDateUtc >= until)
            && (order.CreatedOnUtc >= from
                || order.CreatedOnUtc >= seen
                || order.PaidDateUtc >= from
                || deliveries.Any(shipment => shipment.OrderId == order.Id && shipment.DeliveryDateUtc >= from)));
    }

    // A rule without a beginning invites by known dates only.
    private DateTime? FirstSeenFrom(InteractionQuery query)
    {
        if (query.Origin != InteractionOrigin.Reconcile)
            return null;
        var waiting = books.Current?.Matching(query.Store, query.Trigger) ?? [];
        return waiting.Count > 0 && waiting.All(rule => rule.ActiveFrom is not null) ? waiting.Max(rule => rule.ActiveFrom)!.Value.UtcDateTime : null;
    }
}
