using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Orders;

public sealed class OrderReaderTests
{
    [Test]
    public async Task ReadAsync_PaidOrder_HasContactFromBillingThenShippingThenCustomer()
    {
        var contact = (await new Shop().ReadAsync())!.Contact;

        Assert.Multiple(() =>
        {
            Assert.That(contact.Emails, Is.EqualTo(new[] { "billing@example.com", "customer@example.com" }));
            Assert.That(contact.Phones.Select(phone => (phone.Text, phone.Country)), Is.EqualTo(new[] { ("021 1", "NZ"), ("021 2", null), ("021 3", (string?)null) }));
            Assert.That((contact.FirstName, contact.LastName), Is.EqualTo(("Dave", "Brown")));
        });
    }

    [Test]
    public async Task ReadAsync_PickUpAddress_IsNeverTheBuyers()
    {
        var shop = new Shop();
        (shop.Order.BillingAddressId, shop.Order.ShippingAddressId, shop.Order.PickupAddressId) = (0, null, 3);
        Assert.That((await shop.ReadAsync())!.Contact.Emails, Is.EqualTo(new[] { "customer@example.com" }));
    }

    [Test]
    public async Task ReadAsync_CustomerGone_StillHasTheAddressesOfTheOrder()
    {
        var shop = new Shop();
        shop.Order.CustomerId = 99;
        Assert.That((await shop.ReadAsync())!.Contact.Emails, Is.EqualTo(new[] { "billing@example.com" }));
    }

    [TestCase(nameof(Order.Deleted), true, "The order was deleted.")]
    [TestCase(nameof(Order.OrderStatus), OrderStatus.Cancelled, "The order was cancelled.")]
    [TestCase(nameof(Order.PaymentStatus), PaymentStatus.Refunded, "The order was refunded in full.")]
    [TestCase(nameof(Order.PaymentStatus), PaymentStatus.Voided, "The payment was voided.")]
    [TestCase(nameof(Order.PaymentStatus), PaymentStatus.PartiallyRefunded, null)]
    public async Task ReadAsync_StateOfTheOrder_SaysWhetherItStands(string property, object value, string? reason)
    {
        var shop = new Shop();
        typeof(Order).GetProperty(property)!.SetValue(shop.Order, value);

        var snapshot = (await shop.ReadAsync())!;

        Assert.That((snapshot.Status, snapshot.StatusReason), Is.EqualTo((reason is null ? SubjectStatus.Active : SubjectStatus.Cancelled, reason)));
    }

    [Test]
    public async Task ReadAsync_CustomersAccountDeleted_DoesNotStand()
    {
        var shop = new Shop();
        shop.Rows.OfType<Customer>().Single().Deleted = true;
        Assert.That((await shop.ReadAsync())!.StatusReason, Is.EqualTo("The customer's account was deleted."));
    }

    [TestCase("order:124")]
    [TestCase("booking:123")]
    [TestCase("order:abc")]
    public async Task ReadAsync_NoSuchOrder_IsNull(string subject) => Assert.That(
        await new Shop().Reader().ReadAsync(
            new SubjectRequest(StoreKey.Parse("1"), SubjectKey.Parse(subject), Trigger.OrderPaid, Rule: null, new HashSet<string>()), CancellationToken.None),
        Is.Null);
}
