using System.Globalization;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Rentals;

/// <summary>The interactions of an order's rentals. Pure.</summary>
internal static class RentalInteractions
{
    /// <summary>One for the order at the end of its last rental, and one for each rented item; every rule takes those of its <see cref="SendRule.Rental"/>.</summary>
    /// <param name="order">The order.</param>
    /// <param name="items">Its items, rented or not.</param>
    /// <param name="zone">The zone of the store's connection.</param>
    /// <param name="origin">How they became known.</param>
    public static IEnumerable<Interaction> Of(Order order, IEnumerable<OrderItem> items, TimeZoneInfo zone, InteractionOrigin origin)
    {
        var ends = items.Where(item => item.RentalEndDateUtc is not null).Select(item => (item.Id, Last: item.RentalEndDateUtc!.Value)).ToList();
        if (ends.Count == 0)
            yield break;

        yield return Make(OrderSubject.Of(order.Id), ends.Max(end => end.Last), RentalPick.Order);
        foreach (var (itemId, last) in ends)
            yield return Make(OrderSubject.Of(order.Id, itemId), last, RentalPick.Item);

        Interaction Make(SubjectKey subject, DateTime last, RentalPick pick) =>
            new(OrderSubject.Store(order.StoreId), Trigger.BookingCompleted, subject, RentalEnd.Instant(last, zone), origin)
            {
                Rental = pick,
                Customer = order.CustomerId.ToString(CultureInfo.InvariantCulture),
            };
    }
}
