using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Moq;
using Nop.Core;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.Stores;
using Nop.Data;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Orders;

public sealed class OrderReaderTests
{
    private static readonly Order Paid = Order();

    [Test]
    public async Task ReadAsync_PaidOrder_HasContactFromBillingThenShippingThenCustomer()
    {
        var contact = (await ReadAsync(Paid)).Contact;

        Assert.Multiple(() =>
        {
            Assert.That(contact.Emails, Is.EqualTo(new[] { "billing@example.com", "customer@example.com" }));
            Assert.That(contact.Phones.Select(phone => (phone.Text, phone.Country)), Is.EqualTo(new[] { ("021 1", "NZ"), ("021 2", null), ("021 3", (string?)null) }));
            Assert.That((contact.FirstName, contact.LastName), Is.EqualTo(("Dave", "Brown")));
        });
    }

    [Test]
    public async Task ReadAsync_AskedForTokens_ComputesThemAndNoOthers()
    {
        var fields = (await ReadAsync(Paid, "Order.OrderNumber", "Order.Skus", "Order.BillingCountry", "Store.Name", "Order.Total")).Fields;

        Assert.Multiple(() =>
        {
            Assert.That(fields.Names, Is.EquivalentTo(new[] { "Order.OrderNumber", "Order.Skus", "Order.BillingCountry", "Store.Name", "Order.Total" }));
            Assert.That(fields.Values("Order.OrderNumber"), Is.EqualTo(new[] { "N-123" }));
            Assert.That(fields.Values("Order.Skus"), Is.EqualTo(new[] { "SKU-1" }));
            Assert.That(fields.Values("Order.BillingCountry"), Is.EqualTo(new[] { "New Zealand" }));
            Assert.That(fields.Values("Store.Name"), Is.EqualTo(new[] { "Shop" }));
            Assert.That(fields.Values("Order.Total"), Is.EqualTo(new[] { "12.50" }));
        });
    }

    [Test]
    public async Task ReadAsync_EveryTokenOfTheList_CanBeRead()
    {
        var fields = (await ReadAsync(Paid, [.. OrderTokens.Names])).Fields;
        Assert.That(fields.Names, Has.Count.GreaterThan(10));
    }

    [Test]
    public async Task ReadAsync_PickUpAddress_IsNeverTheBuyers()
    {
        var order = Order();
        order.BillingAddressId = 0;
        order.ShippingAddressId = null;
        order.PickupAddressId = 1;

        Assert.That((await ReadAsync(order)).Contact.Emails, Is.EqualTo(new[] { "customer@example.com" }));
    }

    [Test]
    public async Task ReadAsync_CustomerGone_StillHasTheAddressesOfTheOrder()
    {
        var order = Order();
        order.CustomerId = 99;
        Assert.That((await ReadAsync(order)).Contact.Emails, Is.EqualTo(new[] { "billing@example.com" }));
    }

    [TestCase(nameof(Nop.Core.Domain.Orders.Order.Deleted), true, "The order was deleted.")]
    [TestCase(nameof(Nop.Core.Domain.Orders.Order.OrderStatus), OrderStatus.Cancelled, "The order was cancelled.")]
    [TestCase(nameof(Nop.Core.Domain.Orders.Order.PaymentStatus), PaymentStatus.Refunded, "The order was refunded in full.")]
    [TestCase(nameof(Nop.Core.Domain.Orders.Order.PaymentStatus), PaymentStatus.Voided, "The payment was voided.")]
    [TestCase(nameof(Nop.Core.Domain.Orders.Order.PaymentStatus), PaymentStatus.PartiallyRefunded, null)]
    public async Task ReadAsync_StateOfTheOrder_SaysWhetherItStands(string property, object value, string? reason)
    {
        var order = Order();
        typeof(Order).GetProperty(property)!.SetValue(order, value);

        var snapshot = await ReadAsync(order);

        Assert.That((snapshot.Status, snapshot.StatusReason), Is.EqualTo((reason is null ? SubjectStatus.Active : SubjectStatus.Cancelled, reason)));
    }

    [TestCase("order:124")]
    [TestCase("booking:123")]
    [TestCase("order:abc")]
    public async Task ReadAsync_NoSuchOrder_IsNull(string subject) =>
        Assert.That(
            await new OrderReader(Sources(Paid)).ReadAsync(Request(SubjectKey.Parse(subject)), CancellationToken.None),
            Is.Null);

    private static async Task<SubjectSnapshot> ReadAsync(Order order, params string[] fields) =>
        (await new OrderReader(Sources(order)).ReadAsync(Request(OrderSubject.Of(123), fields), CancellationToken.None))!;

    private static SubjectRequest Request(SubjectKey subject, params string[] fields) =>
        new(StoreKey.Parse("1"), subject, Trigger.OrderPaid, Rule: null, fields.ToHashSet());

    private static Order Order() => new()
    {
        Id = 123,
        StoreId = 1,
        CustomerId = 3,
        CustomOrderNumber = "N-123",
        OrderTotal = 12.5m,
        BillingAddressId = 1,
        ShippingAddressId = 2,
        OrderStatus = OrderStatus.Processing,
        PaymentStatus = PaymentStatus.Paid,
        CreatedOnUtc = new DateTime(2026, 3, 2, 12, 0, 0),
    };

    private static OrderSources Sources(Order order) => new(
        Table(order),
        Table(new OrderItem { Id = 1, OrderId = 123, ProductId = 5 }, new OrderItem { Id = 2, OrderId = 7, ProductId = 6 }),
        Table(new Product { Id = 5, Sku = "SKU-1", Name = "Thing" }, new Product { Id = 6, Sku = "SKU-2", Name = "Other" }),
        Table(
            new Address { Id = 1, Email = "billing@example.com", PhoneNumber = "021 1", CountryId = 4, FirstName = "Dave", LastName = "Brown", City = "Nelson" },
            new Address { Id = 2, Email = " ", PhoneNumber = "021 2" }),
        Table(new Country { Id = 4, Name = "New Zealand", TwoLetterIsoCode = "NZ" }),
        Table(new Customer { Id = 3, Email = "customer@example.com", Phone = "021 3", FirstName = "David" }),
        Table(new Store { Id = 1, Name = "Shop" }));

    private static IRepository<T> Table<T>(params T[] rows)
        where T : BaseEntity
    {
        var table = new Mock<IRepository<T>>(MockBehavior.Strict);
        table.Setup(x => x.GetByIdAsync(It.IsAny<int?>(), null, true, false))
            .ReturnsAsync((int? id, object? _, bool _, bool _) => rows.FirstOrDefault(row => row.Id == id)!);
        table.Setup(x => x.GetByIdsAsync(It.IsAny<IList<int>>(), null, true))
            .ReturnsAsync((IList<int> ids, object? _, bool _) => [.. rows.Where(row => ids.Contains(row.Id))]);
        table.Setup(x => x.GetAllAsync(It.IsAny<Func<IQueryable<T>, IQueryable<T>>>(), null, true))
            .ReturnsAsync((Func<IQueryable<T>, IQueryable<T>> where, object? _, bool _) => [.. where(rows.AsQueryable())]);
        return table.Object;
    }
}
