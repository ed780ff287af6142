using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.Shipping;
using Nop.Core.Events;
using Nop.Plugin.Misc.CustomerRadar.Consumers;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Consumers;

/// <summary>What each event of the store does to the outbox.</summary>
public sealed class OrderConsumerTests
{
    private static readonly DateTime At = new(2026, 3, 2, 12, 0, 0);
    private static readonly Trigger[] Triggers = Enum.GetValues<Trigger>();

    [Test]
    public Task Placed_IsPlannedAtItsCreation() =>
        PlansAsync(store => store.Consumer<OrderPlacedConsumer>().HandleEventAsync(new OrderPlacedEvent(Order())), Trigger.OrderPlaced, At.AddHours(-1));

    [Test]
    public Task Paid_IsPlannedAtItsPaidDate() =>
        PlansAsync(store => store.Consumer<OrderPaidConsumer>().HandleEventAsync(new OrderPaidEvent(Order(paid: At))), Trigger.OrderPaid, At);

    [Test]
    public Task Paid_WithoutADateYet_WasPaidNow() =>
        PlansAsync(store => store.Consumer<OrderPaidConsumer>().HandleEventAsync(new OrderPaidEvent(Order())), Trigger.OrderPaid, At.AddHours(1));

    [TestCase(OrderStatus.Pending)]
    [TestCase(OrderStatus.Processing)]
    public Task StatusChanged_ToComplete_IsPlannedNow(OrderStatus before) =>
        PlansAsync(store => ChangedAsync(store, before, OrderStatus.Complete), Trigger.OrderCompleted, At.AddHours(1));

    [TestCase(OrderStatus.Complete, OrderStatus.Complete, TestName = "StatusChanged_ToWhatItWas_Complete_DoesNothing")]
    [TestCase(OrderStatus.Cancelled, OrderStatus.Cancelled, TestName = "StatusChanged_ToWhatItWas_Cancelled_DoesNothing")]
    [TestCase(OrderStatus.Pending, OrderStatus.Processing)]
    [TestCase(OrderStatus.Complete, OrderStatus.Processing)]
    public async Task StatusChanged_OfNoInterest_DoesNothing(OrderStatus before, OrderStatus after)
    {
        using var store = AllRules();
        await ChangedAsync(store, before, after);
        Assert.That(store.Statements, Is.Zero);
    }

    [Test]
    public Task StatusChanged_ToCancelled_Cancels() =>
        CancelsAsync(store => ChangedAsync(store, OrderStatus.Processing, OrderStatus.Cancelled), "The order was cancelled.");

    [TestCase(OrderStatus.Processing, false)]
    [TestCase(OrderStatus.Complete, true)]
    public async Task StatusChanged_FromCancelled_Revives(OrderStatus after, bool planned)
    {
        using var store = AllRules();
        await ChangedAsync(store, OrderStatus.Cancelled, after);
        Assert.That((store.Revived, store.Planned.Count, store.Cancelled.Count), Is.EqualTo((new[] { "order:123" }, planned ? 1 : 0, 0)));
    }

    [Test]
    public Task Refunded_InFull_Cancels() =>
        CancelsAsync(store => RefundedAsync(store, PaymentStatus.Refunded), "The order was refunded in full.");

    [Test]
    public async Task Refunded_InPart_DoesNothing()
    {
        using var store = AllRules();
        await RefundedAsync(store, PaymentStatus.PartiallyRefunded);
        Assert.That(store.Statements, Is.Zero);
    }

    [Test]
    public Task Voided_Cancels() =>
        CancelsAsync(store => store.Consumer<OrderEndedConsumer>().HandleEventAsync(new OrderVoidedEvent(Order())), "The payment was voided.");

    [Test]
    public Task Deleted_Cancels() =>
        CancelsAsync(store => store.Consumer<OrderEndedConsumer>().HandleEventAsync(new EntityDeletedEvent<Order>(Order())), "The order was deleted.");

    [Test]
    public Task ShipmentSent_IsPlannedForItsOrder() => PlansAsync(
        store => store.Consumer<ShipmentConsumer>().HandleEventAsync(new ShipmentSentEvent(new Shipment { Id = 9, OrderId = 123, ShippedDateUtc = At })),
        Trigger.ShipmentSent,
        At);

    [Test]
    public Task ShipmentDelivered_IsPlannedForItsOrder() => PlansAsync(
        store => store.Consumer<ShipmentConsumer>().HandleEventAsync(new ShipmentDeliveredEvent(new Shipment { Id = 9, OrderId = 123, DeliveryDateUtc = At })),
        Trigger.ShipmentDelivered,
        At);

    [Test]
    public Task ReadyForPickup_IsPlannedForItsOrder() => PlansAsync(
        store => store.Consumer<ShipmentConsumer>().HandleEventAsync(new ShipmentReadyForPickupEvent(new Shipment { Id = 9, OrderId = 123, ReadyForPickupDateUtc = At })),
        Trigger.ReadyForPickup,
        At);

    [Test]
    public async Task Placed_ByAnAdministratorInTheCustomersName_IsNotedOnTheRow()
    {
        using var store = AllRules();
        store.Impersonator = new Customer { Id = 1, Email = "admin@example.com" };
        await store.Consumer<OrderPlacedConsumer>().HandleEventAsync(new OrderPlacedEvent(Order()));
        Assert.That(store.Planned.Single().Interaction.Note, Is.EqualTo("Done by customer 1 in the name of the customer."));
    }

    [TestCase(ShippingStatus.PartiallyShipped, true)]
    [TestCase(ShippingStatus.Shipped, false)]
    [TestCase(ShippingStatus.Delivered, false)]
    public Task ShipmentSent_RuleForTheLast_CountsOnlyThat(ShippingStatus status, bool more) => CountsOnlyTheLastAsync(
        Trigger.ShipmentSent, status, more, store => store.Consumer<ShipmentConsumer>().HandleEventAsync(new ShipmentSentEvent(new Shipment { OrderId = 123, ShippedDateUtc = At })));

    [TestCase(ShippingStatus.PartiallyShipped, true)]
    [TestCase(ShippingStatus.Shipped, true)]
    [TestCase(ShippingStatus.Delivered, false)]
    public Task ShipmentDelivered_RuleForTheLast_CountsOnlyThat(ShippingStatus status, bool more) => CountsOnlyTheLastAsync(
        Trigger.ShipmentDelivered, status, more, store => store.Consumer<ShipmentConsumer>().HandleEventAsync(new ShipmentDeliveredEvent(new Shipment { OrderId = 123, DeliveryDateUtc = At })));

    private static async Task CountsOnlyTheLastAsync(Trigger trigger, ShippingStatus status, bool more, Func<Store, Task> happens)
    {
        var order = Order();
        order.ShippingStatus = status;
        using var store = new Store([Store.Rule(trigger, "last") with { Shipment = ShipmentPick.Last }, Store.Rule(trigger, "first")], order);
        await happens(store);
        Assert.That(store.Planned.Select(row => row.Rule.ToString()), Is.EquivalentTo(more ? new[] { "first" } : ["first", "last"]));
    }

    [Test]
    public async Task ShipmentSent_OrderGone_DoesNothing()
    {
        using var store = AllRules();
        await store.Consumer<ShipmentConsumer>().HandleEventAsync(new ShipmentSentEvent(new Shipment { OrderId = 7 }));
        Assert.That((store.Statements, store.Logged.Count), Is.EqualTo((0, 0)));
    }

    private static Order Order(DateTime? paid = null) => new() { Id = 123, StoreId = 1, CustomerId = 7, CreatedOnUtc = At.AddHours(-1), PaidDateUtc = paid };

    // Rules for all triggers, so that one too many would show.
    private static Store AllRules() => new(Triggers.Select(trigger => Store.Rule(trigger, trigger.ToString())), Order());

    private static Task ChangedAsync(Store store, OrderStatus before, OrderStatus after)
    {
        var order = Order();
        order.OrderStatus = after;
        return store.Consumer<OrderStatusConsumer>().HandleEventAsync(new OrderStatusChangedEvent(order, before));
    }

    private static Task RefundedAsync(Store store, PaymentStatus status)
    {
        var order = Order();
        order.PaymentStatus = status;
        return store.Consumer<OrderEndedConsumer>().HandleEventAsync(new OrderRefundedEvent(order, 5m));
    }

    private static async Task PlansAsync(Func<Store, Task> publishAsync, Trigger trigger, DateTime at)
    {
        using var store = AllRules();
        await publishAsync(store);

        Assert.That(store.Planned.Select(row => row.Interaction), Is.EqualTo(new[]
        {
            new Interaction(StoreKey.Parse("1"), trigger, SubjectKey.Parse("order:123"), new DateTimeOffset(at, TimeSpan.Zero), InteractionOrigin.Event) { Customer = "7" },
        }));
        Assert.That(store.Cancelled, Is.Empty);
    }

    private static async Task CancelsAsync(Func<Store, Task> publishAsync, string reason)
    {
        using var store = AllRules();
        await publishAsync(store);

        Assert.That(store.Cancelled, Is.EqualTo(new[] { ("order:123", reason) }));
        Assert.That(store.Planned, Is.Empty);
    }
}
