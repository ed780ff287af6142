using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Orders;

public sealed class OrderReaderTests
{
    private static readonly Order Paid = Some.Order();

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
        var order = Some.Order();
        order.BillingAddressId = 0;
        order.ShippingAddressId = null;
        order.PickupAddressId = 1;

        Assert.That((await ReadAsync(order)).Contact.Emails, Is.EqualTo(new[] { "customer@example.com" }));
    }

    [Test]
    public async Task ReadAsync_CustomerGone_StillHasTheAddressesOfTheOrder()
    {
        var order = Some.Order();
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
        var order = Some.Order();
        typeof(Order).GetProperty(property)!.SetValue(order, value);

        var snapshot = await ReadAsync(order);

        Assert.That((snapshot.Status, snapshot.StatusReason), Is.EqualTo((reason is null ? SubjectStatus.Active : SubjectStatus.Cancelled, reason)));
    }

    [TestCase("order:124")]
    [TestCase("booking:123")]
    [TestCase("order:abc")]
    public async Task ReadAsync_NoSuchOrder_IsNull(string subject) =>
        Assert.That(
            await new OrderReader(Some.Sources(Paid)).ReadAsync(Request(SubjectKey.Parse(subject)), CancellationToken.None),
            Is.Null);

    private static async Task<SubjectSnapshot> ReadAsync(Order order, params string[] fields) =>
        (await new OrderReader(Some.Sources(order)).ReadAsync(Request(OrderSubject.Of(123), fields), CancellationToken.None))!;

    private static SubjectRequest Request(SubjectKey subject, params string[] fields) =>
        new(StoreKey.Parse("1"), subject, Trigger.OrderPaid, Rule: null, fields.ToHashSet());
}
