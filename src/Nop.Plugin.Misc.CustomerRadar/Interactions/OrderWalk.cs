using System.Linq.Expressions;
using CustomerRadar.Core.Periodic;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Interactions;

/// <summary>Orders by a date of their own: placed, paid.</summary>
internal sealed class OrderWalk(StoreTables tables, Expression<Func<Order, DateTime?>> date) : IInteractionWalk
{
    private readonly DatedRows<Order> _dated = new(date);

    /// <inheritdoc/>
    public async Task<InteractionPage> ReadAsync(InteractionQuery query, OrderRange range, CancellationToken cancellationToken)
    {
        var orders = await tables.ListAsync<Order>(rows => _dated.Page(Find(rows, range), PageCursor.Read(query.Cursor), query.NewestFirst, query.Size));
        return new InteractionPage(
            [.. orders.Select(order => OrderInteraction.Of(order, query, Utc.Instant(_dated.Of(order))))], _dated.Next(orders, query.Size)?.ToString());
    }

    /// <inheritdoc/>
    public Task<int> CountAsync(InteractionQuery query, OrderRange range, CancellationToken cancellationToken) =>
        tables.CountAsync<Order>(rows => Find(rows, range));

    private IQueryable<Order> Find(IQueryable<Order> rows, OrderRange range) => _dated.Between(range.Standing(rows), range.From, range.Until);
}
