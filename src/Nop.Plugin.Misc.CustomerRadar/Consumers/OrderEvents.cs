using System.Globalization;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Shipping;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Plugin.Misc.CustomerRadar.Rentals;

namespace Nop.Plugin.Misc.CustomerRadar.Consumers;

/// <summary>Says an event of an order in the words of the outbox.</summary>
public sealed class OrderEvents(EventIntake intake, IServiceProvider services, TimeProvider time)
{
    /// <summary>An order came to a trigger.</summary>
    /// <param name="trigger">What happened.</param>
    /// <param name="order">The order.</param>
    /// <param name="at">When, in UTC; null for now.</param>
    public Task HappenedAsync(Trigger trigger, Order order, DateTime? at) =>
        intake.HappenedAsync(trigger, OrderSubject.Of(order.Id), () => Task.FromResult<Interaction?>(InteractionOf(trigger, order, at)));

    /// <summary>As the other one, for an event that brings no order: it is read only when a rule waits for the trigger.</summary>
    /// <param name="trigger">What happened.</param>
    /// <param name="orderId">The order's id.</param>
    /// <param name="at">When, in UTC; null for now.</param>
    public Task HappenedAsync(Trigger trigger, int orderId, DateTime? at) => intake.HappenedAsync(
        trigger,
        OrderSubject.Of(orderId),
        async () => await services.GetRequiredService<OrderOfEvent>().FindAsync(orderId) is { } order ? InteractionOf(trigger, order, at) : null);

    /// <summary>An order was paid: that is a trigger, and what makes its rentals count.</summary>
    /// <param name="order">The order.</param>
    /// <param name="at">When, in UTC; null for now.</param>
    public async Task PaidAsync(Order order, DateTime? at)
    {
        await HappenedAsync(Trigger.OrderPaid, order, at);
        services.GetService<RentalDesk>()?.Paid(order);
    }

    /// <summary>An order does not stand any more.</summary>
    /// <param name="order">The order.</param>
    /// <param name="reason">Why, in plain words for the merchant.</param>
    public async Task EndedAsync(Order order, string reason)
    {
        await intake.EndedAsync(OrderSubject.Store(order.StoreId), OrderSubject.Of(order.Id), reason);
        services.GetService<RentalDesk>()?.Ended(order, reason);
    }

    /// <summary>An order stands again.</summary>
    /// <param name="order">The order.</param>
    /// <param name="reason">Why, in plain words for the merchant.</param>
    public async Task RevivedAsync(Order order, string reason)
    {
        await intake.RevivedAsync(OrderSubject.Store(order.StoreId), OrderSubject.Of(order.Id), reason);
        services.GetService<RentalDesk>()?.Revived(order, reason);
    }

    private Interaction InteractionOf(Trigger trigger, Order order, DateTime? at)
    {
        var occurredAt = at is { } utc ? Utc.Instant(utc) : time.GetUtcNow();
        return new Interaction(OrderSubject.Store(order.StoreId), trigger, OrderSubject.Of(order.Id), occurredAt, InteractionOrigin.Event)
        {
            Customer = order.CustomerId.ToString(CultureInfo.InvariantCulture),
            MoreToCome = MoreToCome(trigger, order.ShippingStatus),
            Note = Impersonation(),
        };
    }

    // The store says so on the order before it tells of the shipment. A row that is made too early would wait by the hour for the last one.
    private static bool MoreToCome(Trigger trigger, ShippingStatus status) => trigger switch
    {
        Trigger.ShipmentSent => status is ShippingStatus.NotYetShipped or ShippingStatus.PartiallyShipped,
        Trigger.ShipmentDelivered => status is ShippingStatus.NotYetShipped or ShippingStatus.PartiallyShipped or ShippingStatus.Shipped,
        _ => false,
    };

    // The store keeps no field for it; it knows only during the request.
    private string? Impersonation() =>
        services.GetService<IWorkContext>()?.OriginalCustomerIfImpersonated is { } person
            ? string.Create(CultureInfo.InvariantCulture, $"Done by customer {person.Id} in the name of the customer.")
            : null;
}
