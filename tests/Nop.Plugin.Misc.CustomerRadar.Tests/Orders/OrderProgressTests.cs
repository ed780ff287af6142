using CustomerRadar.Core.Rules;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.Shipping;
using Nop.Plugin.Misc.CustomerRadar.Tests.Consumers;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Orders;

/// <summary>When what a rule waits for happened, and what it still waits for.</summary>
public sealed class OrderProgressTests
{
    private static readonly DateTime Day = new(2026, 3, 5, 9, 0, 0);

    private static Shipment[] TwoOfThree => [Shipment(1, Day.AddDays(1)), Shipment(2, Day), Shipment(3, null)];

    private static Shipment[] Both => [Shipment(1, Day.AddDays(1)), Shipment(2, Day)];

    [Test]
    public async Task Placed_IsTheCreation() => await ExpectAsync(new Shop(), Trigger.OrderPlaced, new DateTime(2026, 3, 2, 12, 0, 0), null);

    [TestCase(PaymentStatus.Paid, null)]
    [TestCase(PaymentStatus.PartiallyRefunded, null)]
    [TestCase(PaymentStatus.Pending, "The order has not been paid.")]
    [TestCase(PaymentStatus.Authorized, "The order has not been paid.")]
    public async Task Paid_IsThePaidDate(PaymentStatus status, string? awaits) =>
        await ExpectAsync(new Shop { Order = { PaymentStatus = status } }, Trigger.OrderPaid, new DateTime(2026, 3, 2, 12, 30, 0), awaits);

    [TestCase(OrderStatus.Complete, null)]
    [TestCase(OrderStatus.Processing, "The order is not complete any more.")]
    public async Task Completed_HasNoDate(OrderStatus status, string? awaits) =>
        await ExpectAsync(new Shop { Order = { OrderStatus = status } }, Trigger.OrderCompleted, null, awaits);

    [TestCase(Trigger.ShipmentSent, "No shipment has been sent yet.")]
    [TestCase(Trigger.ShipmentDelivered, "No shipment has been delivered yet.")]
    [TestCase(Trigger.ReadyForPickup, "No shipment has been made ready for pick-up yet.")]
    public async Task Shipments_None_AreAwaited(Trigger trigger, string awaits) => await ExpectAsync(new Shop(Shipment(1, null)), trigger, null, awaits);

    [TestCase(Trigger.ShipmentSent, ShippingStatus.PartiallyShipped)]
    [TestCase(Trigger.ShipmentDelivered, ShippingStatus.Shipped)]
    [TestCase(Trigger.ReadyForPickup, ShippingStatus.NotYetShipped)]
    public async Task Shipments_First_IsTheEarliest(Trigger trigger, ShippingStatus status) =>
        await ExpectAsync(new Shop(TwoOfThree) { Order = { ShippingStatus = status } }, trigger, Day, null);

    [TestCase(Trigger.ShipmentSent, ShippingStatus.PartiallyShipped, "The last shipment has not been sent yet.")]
    [TestCase(Trigger.ShipmentDelivered, ShippingStatus.Shipped, "The last shipment has not been delivered yet.")]
    [TestCase(Trigger.ReadyForPickup, ShippingStatus.NotYetShipped, "The last shipment has not been made ready for pick-up yet.")]
    public async Task Shipments_LastOpen_IsAwaited(Trigger trigger, ShippingStatus status, string awaits) =>
        await ExpectAsync(new Shop(TwoOfThree) { Order = { ShippingStatus = status } }, trigger, Day.AddDays(1), awaits, ShipmentPick.Last);

    [TestCase(Trigger.ShipmentSent, ShippingStatus.Shipped)]
    [TestCase(Trigger.ShipmentSent, ShippingStatus.Delivered)]
    [TestCase(Trigger.ShipmentDelivered, ShippingStatus.Delivered)]
    [TestCase(Trigger.ReadyForPickup, ShippingStatus.NotYetShipped)]
    public async Task Shipments_LastDone_IsTheLatest(Trigger trigger, ShippingStatus status) =>
        await ExpectAsync(new Shop(Both) { Order = { ShippingStatus = status } }, trigger, Day.AddDays(1), null, ShipmentPick.Last);

    [TestCase("order:123", "2026-04-09T12:00:00", TestName = "Rental_ByOrder_EndsWithTheLast_AtMidnightInTheZone")]
    [TestCase("order:123/item:8", "2026-04-03T11:00:00", TestName = "Rental_ByItem_EndsWithTheItem_BeforeTheClocksGoBack")]
    public async Task Rental(string subject, string utc)
    {
        var shop = new Shop(Rented(8, new DateTime(2026, 4, 3)), Rented(9, new DateTime(2026, 4, 9)));
        var snapshot = (await shop.ReadAsync(subject, Trigger.BookingCompleted, rule: null))!;
        Assert.That((snapshot.OccurredAt, snapshot.Awaits), Is.EqualTo(((DateTimeOffset?)Utc(DateTime.Parse(utc, null)), (string?)null)));
    }

    [Test]
    public async Task Rental_ByItem_HasOnlyThatItemsTokens()
    {
        var shop = new Shop(Rented(8, new DateTime(2026, 4, 3)), Rented(9, new DateTime(2026, 4, 9)));
        var snapshot = (await shop.ReadAsync("order:123/item:8", Trigger.BookingCompleted, rule: null, "Order.RentalEnd"))!;
        Assert.That(snapshot.Fields.Values("Order.RentalEnd"), Is.EqualTo(new[] { "2026-04-03" }));
    }

    [Test]
    public async Task Rental_Unpaid_IsAwaited()
    {
        var shop = new Shop(Rented(8, new DateTime(2026, 4, 3))) { Order = { PaymentStatus = PaymentStatus.Pending } };
        Assert.That((await shop.ReadAsync(Trigger.BookingCompleted))!.Awaits, Is.EqualTo("The order has not been paid."));
    }

    [Test]
    public async Task Rental_TakenOutOfTheOrder_IsAwaited() =>
        await ExpectAsync(new Shop(), Trigger.BookingCompleted, null, "The order holds no rental any more.");

    [Test]
    public async Task ReadAsync_Order_SaysWhoseItIs() => Assert.That((await new Shop().ReadAsync())!.CustomerId, Is.EqualTo("3"));

    private static async Task ExpectAsync(Shop shop, Trigger trigger, DateTime? occurredAt, string? awaits, ShipmentPick pick = ShipmentPick.First)
    {
        var snapshot = (await shop.ReadAsync("order:123", trigger, Store.Rule(trigger) with { Shipment = pick }))!;
        Assert.That((snapshot.OccurredAt, snapshot.Awaits), Is.EqualTo((occurredAt is { } at ? Utc(at) : (DateTimeOffset?)null, awaits)));
    }

    private static DateTimeOffset Utc(DateTime at) => new(at, TimeSpan.Zero);

    private static Shipment Shipment(int id, DateTime? at) =>
        new() { Id = id, OrderId = 123, ShippedDateUtc = at, DeliveryDateUtc = at, ReadyForPickupDateUtc = at };

    private static OrderItem Rented(int id, DateTime end) =>
        new() { Id = id, OrderId = 123, ProductId = 5, RentalStartDateUtc = end.AddDays(-1), RentalEndDateUtc = end };
}
