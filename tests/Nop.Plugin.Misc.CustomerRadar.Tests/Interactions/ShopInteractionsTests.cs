using System.Globalization;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Rules;
using Nop.Core;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.Shipping;
using Nop.Plugin.Misc.CustomerRadar.Tests.Consumers;
using Nop.Plugin.Misc.CustomerRadar.Tests.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Interactions;

/// <summary>What is found of 10 to 12 March, by trigger.</summary>
public sealed class ShopInteractionsTests
{
    private static readonly DateTime From = new(2026, 3, 10);
    private static readonly DateTime Until = new(2026, 3, 12);

    // Before, at the start, within, at the end, after.
    private static readonly DateTime[] Days = [From.AddSeconds(-1), From, From.AddDays(1), Until, Until.AddDays(1)];

    [Test]
    public async Task Placed_IsFoundByCreation() =>
        Assert.That(await FindAsync(Trigger.OrderPlaced, [.. Days.Select((day, i) => Order(200 + i, day))]), Is.EqualTo(new[] { "order:201 03-10", "order:202 03-11" }));

    [Test]
    public async Task Paid_IsFoundByItsPaidDate_HoweverLongBeforeItWasPlaced() =>
        Assert.That(
            await FindAsync(Trigger.OrderPaid, [.. Days.Select((day, i) => Order(200 + i, From.AddDays(-60 - i), paid: day)), Order(300, From, paid: null)]),
            Is.EqualTo(new[] { "order:201 03-10", "order:202 03-11" }));

    [TestCase(Trigger.ShipmentSent)]
    [TestCase(Trigger.ShipmentDelivered)]
    [TestCase(Trigger.ReadyForPickup)]
    public async Task Shipments_AreFoundByTheirDates_AsTheirOrders(Trigger trigger)
    {
        var rows = Days.SelectMany((day, i) => new BaseEntity[] { Order(200 + i, From.AddDays(-9)), Shipment(1 + i, 200 + i, trigger, day) });
        var second = Shipment(9, 202, trigger, From.AddDays(1).AddHours(1));
        Assert.That(await FindAsync(trigger, [.. rows, second]), Is.EqualTo(new[] { "order:201 03-10", "order:202 03-11" }));
    }

    [Test]
    public async Task Completed_HappenedAtTheLatestOfWhatIsKnown()
    {
        var found = await FindAsync(
            Trigger.OrderCompleted,
            Completed(201, created: From.AddDays(-9), paid: From.AddHours(1)),
            Completed(202, created: From.AddDays(-9), paid: From.AddDays(-8)),
            Shipment(1, 202, Trigger.ShipmentDelivered, From.AddDays(1)),
            Completed(203, created: From.AddDays(-9), paid: From.AddDays(-8)),
            Completed(204, created: From, paid: Until),
            Order(205, From));
        Assert.That(found, Is.EquivalentTo(new[] { "order:201 03-10", "order:202 03-11" }));
    }

    [TestCase(-10, true, TestName = "Completed_Late_OfAnOrderPlacedSinceTheRuleIsActive_IsSeenNow")]
    [TestCase(-8, false, TestName = "Completed_Late_OfAnOrderPlacedBeforeTheRuleWasActive_IsNotInvited")]
    [TestCase(null, false, TestName = "Completed_Late_UnderARuleWithoutABeginning_IsNotInvited")]
    public async Task Completed_Late(int? activeFrom, bool found)
    {
        var shop = new Shop(Completed(201, created: From.AddDays(-9), paid: From.AddDays(-9)))
        {
            Rules = [Store.Rule(Trigger.OrderCompleted) with { ActiveFrom = activeFrom is { } days ? Utc(From.AddDays(days)) : null }],
        };
        Assert.That(await FindAsync(shop, Query(Trigger.OrderCompleted)), Is.EqualTo(found ? new[] { "order:201 03-12" } : []));
    }

    [Test]
    public async Task Completed_Late_IsNotInABackfill()
    {
        var shop = new Shop(Completed(201, created: From.AddDays(-9), paid: From.AddDays(-9)))
        {
            Rules = [Store.Rule(Trigger.OrderCompleted) with { ActiveFrom = Utc(From.AddDays(-10)) }],
        };
        Assert.That(await FindAsync(shop, Query(Trigger.OrderCompleted) with { Origin = InteractionOrigin.Backfill }), Is.Empty);
    }

    [Test]
    public async Task Rentals_AreFoundWhenTheirLastDayIsOver_InTheZone()
    {
        // The shop's day ends eleven hours before the end of the UTC day: New Zealand in March is UTC+13.
        var found = await FindAsync(
            Trigger.BookingCompleted,
            Order(201, From.AddDays(-30)), Rented(1, 201, new DateTime(2026, 3, 9)),
            Order(202, From.AddDays(-30)), Rented(2, 202, new DateTime(2026, 3, 10)), Rented(3, 202, new DateTime(2026, 3, 20)),
            Order(203, From.AddDays(-30), status: PaymentStatus.Pending), Rented(4, 203, new DateTime(2026, 3, 10)),
            Order(204, From.AddDays(-30)), Rented(5, 204, new DateTime(2026, 3, 12)));
        Assert.That(found, Is.EqualTo(new[] { "order:202/item:1002 03-10" }));
    }

    [Test]
    public async Task AnyTrigger_OrderThatDoesNotStand_OrOfAnotherStore_IsPassedOver()
    {
        var cancelled = Order(201, From);
        cancelled.OrderStatus = OrderStatus.Cancelled;
        var deleted = Order(202, From);
        deleted.Deleted = true;
        var other = Order(203, From);
        other.StoreId = 2;
        Assert.That(await FindAsync(Trigger.OrderPlaced, cancelled, deleted, other, Order(204, From, status: PaymentStatus.Refunded), Order(205, From, status: PaymentStatus.Voided)), Is.Empty);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Pages_OfOrdersAtTheSameInstant_GiveEachOnce(bool newestFirst)
    {
        var shop = new Shop([.. Enumerable.Range(200, 7).Select(id => Order(id, id < 204 ? From : From.AddHours(1)))]);
        var found = await FindAsync(shop, Query(Trigger.OrderPlaced) with { Size = 2, NewestFirst = newestFirst });

        var ids = Enumerable.Range(200, 7).Select(id => $"order:{id} 03-10");
        Assert.That(found, Is.EqualTo(newestFirst ? ids.Reverse() : ids));
    }

    [TestCaseSource(nameof(Triggers))]
    public async Task Count_OfARange_IsHowManyOrdersThePagesGive(Trigger trigger)
    {
        var shop = new Shop(
            Completed(201, created: From, paid: From), Shipment(1, 201, trigger, From), Shipment(2, 201, trigger, From.AddHours(1)), Rented(1, 201, new DateTime(2026, 3, 10)),
            Completed(202, created: Until, paid: Until), Shipment(3, 202, trigger, Until), Rented(2, 202, new DateTime(2026, 3, 20)));
        var query = Query(trigger);
        Assert.That(await shop.Interactions().CountAsync(query, CancellationToken.None), Is.EqualTo(1));
        Assert.That((await FindAsync(shop, query)).Select(found => found.Split('/', ' ')[0]).Distinct(), Is.EqualTo(new[] { "order:201" }));
    }

    [Test]
    public void Read_CursorOfSomethingElse_IsRefused() =>
        Assert.That(() => new Shop().Interactions().ReadAsync(Query(Trigger.OrderPlaced) with { Cursor = "page 2" }, CancellationToken.None), Throws.InstanceOf<FormatException>());

    [Test]
    public async Task Read_Order_SaysWhoseItIsAndHowItWasFound()
    {
        var page = await new Shop(Order(201, From)).Interactions().ReadAsync(Query(Trigger.OrderPlaced), CancellationToken.None);
        Assert.That(page.Interactions.Single(), Is.EqualTo(
            new Interaction(StoreKey.Parse("1"), Trigger.OrderPlaced, SubjectKey.Parse("order:201"), Utc(From), InteractionOrigin.Reconcile) { Customer = "3" }));
    }

    private static IEnumerable<Trigger> Triggers => Enum.GetValues<Trigger>();

    private static InteractionQuery Query(Trigger trigger) => new(StoreKey.Parse("1"), trigger, Utc(From), Utc(Until), InteractionOrigin.Reconcile);

    private static Task<List<string>> FindAsync(Trigger trigger, params BaseEntity[] rows) => FindAsync(new Shop(rows), Query(trigger));

    private static async Task<List<string>> FindAsync(Shop shop, InteractionQuery query)
    {
        var found = new List<string>();
        for (string? cursor = null; ;)
        {
            var page = await shop.Interactions().ReadAsync(query with { Cursor = cursor }, CancellationToken.None);
            found.AddRange(page.Interactions.Select(interaction => $"{interaction.Subject} {interaction.OccurredAt.ToString("MM-dd", CultureInfo.InvariantCulture)}"));
            if (page.Next is null)
                return found;
            cursor = page.Next;
        }
    }

    private static DateTimeOffset Utc(DateTime at) => new(at, TimeSpan.Zero);

    private static Order Order(int id, DateTime created, DateTime? paid = null, PaymentStatus status = PaymentStatus.Paid) =>
        new() { Id = id, StoreId = 1, CustomerId = 3, CreatedOnUtc = created, PaidDateUtc = paid, PaymentStatus = status, OrderStatus = OrderStatus.Processing };

    private static Order Completed(int id, DateTime created, DateTime paid)
    {
        var order = Order(id, created, paid);
        order.OrderStatus = OrderStatus.Complete;
        return order;
    }

    private static Shipment Shipment(int id, int orderId, Trigger trigger, DateTime at) => new()
    {
        Id = id,
        OrderId = orderId,
        ShippedDateUtc = trigger == Trigger.ShipmentSent ? at : null,
        DeliveryDateUtc = trigger == Trigger.ShipmentDelivered ? at : null,
        ReadyForPickupDateUtc = trigger == Trigger.ReadyForPickup ? at : null,
    };

    private static OrderItem Rented(int id, int orderId, DateTime end) => new() { Id = 1000 + id, OrderId = orderId, ProductId = 5, RentalEndDateUtc = end };
}
