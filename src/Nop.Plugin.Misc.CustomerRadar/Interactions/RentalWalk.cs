using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Rules;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Plugin.Misc.CustomerRadar.Rentals;

namespace Nop.Plugin.Misc.CustomerRadar.Interactions;

/// <summary>Rentals that ended: of paid orders, by the days on which they were to be given back.</summary>
internal sealed class RentalWalk(StoreTables tables, IRuleBooks books) : IInteractionWalk
{
    // A calendar day is somewhere between fourteen hours before and twelve after the UTC day of its name, and a rental ends when it is over.
    private static readonly TimeSpan AnyZone = TimeSpan.FromDays(2);
    private static readonly DatedRows<Order> Dated = new(order => order.CreatedOnUtc);

    /// <inheritdoc/>
    public async Task<InteractionPage> ReadAsync(InteractionQuery query, OrderRange range, CancellationToken cancellationToken)
    {
        if (books.Current?.ConnectionOf(query.Store) is not { } connection)
            return new InteractionPage([], Next: null);

        var orders = await tables.ListAsync<Order>(rows => Dated.Page(Find(rows, range), PageCursor.Read(query.Cursor), query.NewestFirst, query.Size));
        List<int> ids = [.. orders.Select(order => order.Id)];
        var items = (ids.Count == 0
            ? []
            : await tables.ListAsync<OrderItem>(rows => rows.Where(item => ids.Contains(item.OrderId) && item.RentalEndDateUtc != null))).ToLookup(item => item.OrderId);
        return new InteractionPage(
            [
                .. orders.SelectMany(order => RentalInteractions.Of(order, items[order.Id], connection.TimeZone, query.Origin))
                    .Where(interaction => interaction.OccurredAt >= query.From && interaction.OccurredAt < query.Until),
            ],
            Dated.Next(orders, query.Size)?.ToString());
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(InteractionQuery query, OrderRange range, CancellationToken cancellationToken)
    {
        var subjects = new HashSet<SubjectKey>();
        for (var page = query with { Cursor = null }; ;)
        {
            var (interactions, next) = await ReadAsync(page, range, cancellationToken);
            subjects.UnionWith(interactions.Where(interaction => interaction.Rental == RentalPick.Order).Select(interaction => interaction.Subject));
            if (next is null)
                return subjects.Count;
            page = page with { Cursor = next };
        }
    }

    private IQueryable<Order> Find(IQueryable<Order> rows, OrderRange range)
    {
        var (first, last) = (range.From - AnyZone, range.Until + AnyZone);
        List<int> paid = [(int)PaymentStatus.Paid, (int)PaymentStatus.PartiallyRefunded];
        var ended = tables.All<OrderItem>().Where(item => item.RentalEndDateUtc >= first && item.RentalEndDateUtc < last);
        return range.Standing(rows).Where(order => paid.Contains(order.PaymentStatusId) && ended.Any(item => item.OrderId == order.Id));
    }
}
