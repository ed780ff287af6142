using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Gdpr;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Shipping;
using Nop.Core.Domain.Vendors;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using StoreRow = Nop.Core.Domain.Stores.Store;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Orders;

/// <summary>What each token gives.</summary>
public sealed class OrderTokensTests
{
    private static readonly string[] None = [];

    [TestCase("Order.OrderNumber", "N-123")]
    [TestCase("Order.OrderId", "123")]
    [TestCase("Order.CreatedOn", "2026-03-02T12:00:00Z")]
    [TestCase("Order.PaidOn", "2026-03-02T12:30:00Z")]
    [TestCase("Order.Status", "Processing")]
    [TestCase("Order.PaymentStatus", "Paid")]
    [TestCase("Order.Total", "12.50")]
    [TestCase("Order.Currency", "NZD")]
    [TestCase("Order.PaymentMethod", "Cheque")]
    [TestCase("Order.PaymentMethodSystemName", "Payments.Cheque")]
    [TestCase("Order.Shippable", "false")]
    [TestCase("Order.PickupInStore", "false")]
    [TestCase("Order.CustomerEmail", "billing@example.com")]
    [TestCase("Order.CustomerFullName", "Dave Brown")]
    [TestCase("Order.BillingCity", "Nelson")]
    [TestCase("Order.BillingCompany", "Brown Ltd")]
    [TestCase("Order.BillingAddress1", "1 Hill St")]
    [TestCase("Order.BillingZipPostalCode", "7010")]
    [TestCase("Order.BillingCountry", "New Zealand")]
    [TestCase("Order.BillingCountryCode", "NZ")]
    [TestCase("Order.BillingStateProvince", "Tasman")]
    [TestCase("Order.ShippingCity", "Picton")]
    [TestCase("Order.Skus", "SKU-1")]
    [TestCase("Order.ProductNames", "Thing")]
    [TestCase("Order.ProductIds", "5")]
    [TestCase("Order.ItemCount", "2")]
    [TestCase("Order.OnlyGiftCards", "false")]
    [TestCase("Order.CustomerOrderNumber", "1")]
    [TestCase("Order.PlacedByAdministrator", "false")]
    [TestCase("Order.OpenReturnRequests", "0")]
    [TestCase("Customer.Id", "3")]
    [TestCase("Customer.Email", "customer@example.com")]
    [TestCase("Customer.FullName", "David Brown")]
    [TestCase("Customer.IsGuest", "false")]
    [TestCase("Store.Id", "1")]
    [TestCase("Store.Name", "Shop")]
    [TestCase("Store.CompanyName", "Shop Ltd")]
    public async Task Token_OfThePlainOrder_Is(string token, string value) => Assert.That(await new Shop().ValuesAsync(token), Is.EqualTo(new[] { value }));

    [TestCase("Order.ShippingEmail", TestName = "A blank e-mail address is left out")]
    [TestCase("Order.ShippingCountry", TestName = "An address without a country has none")]
    [TestCase("Order.PickupCity", TestName = "An order that is not picked up has no pick-up point")]
    [TestCase("Order.RentalEnd", TestName = "A product that is not rented has no rental")]
    [TestCase("Order.Subscription", TestName = "An order without a subscription is neither its first nor a renewal")]
    [TestCase("Order.CheckoutAttributes", TestName = "An order without checkout attributes has none")]
    [TestCase("Order.NoSuchToken", TestName = "An unknown token has no value")]
    [TestCase("Customer.GdprConsent.1", TestName = "A consent never asked for has no value")]
    public async Task Token_WithoutAValue_IsEmpty(string token) => Assert.That(await new Shop().ValuesAsync(token), Is.Empty);

    [Test]
    public async Task Token_OfAPickUpPoint_IsItsAddress()
    {
        var shop = new Shop();
        (shop.Order.PickupInStore, shop.Order.PickupAddressId) = (true, 3);
        Assert.That(await shop.ValuesAsync("Order.PickupCity"), Is.EqualTo(new[] { "Blenheim" }));
    }

    [Test]
    public async Task Tokens_WithNames_AreInTheOrdersLanguage()
    {
        var shop = new Shop().Translate<Product>(5, "Ding").Translate<Country>(4, "Neuseeland").Translate<StateProvince>(9, "Tasmanien").Translate<StoreRow>(1, "Laden");

        Assert.Multiple(async () =>
        {
            Assert.That(await shop.ValuesAsync("Order.ProductNames"), Is.EqualTo(new[] { "Ding" }));
            Assert.That(await shop.ValuesAsync("Order.BillingCountry"), Is.EqualTo(new[] { "Neuseeland" }));
            Assert.That(await shop.ValuesAsync("Order.BillingStateProvince"), Is.EqualTo(new[] { "Tasmanien" }));
            Assert.That(await shop.ValuesAsync("Store.Name"), Is.EqualTo(new[] { "Laden" }));
        });
    }

    [Test]
    public async Task Token_PaymentMethodOfAPluginThatIsGone_IsItsSystemName()
    {
        var shop = new Shop();
        shop.Order.PaymentMethodSystemName = "Payments.Gone";
        Assert.That(await shop.ValuesAsync("Order.PaymentMethod"), Is.EqualTo(new[] { "Payments.Gone" }));
    }

    [Test]
    public async Task Token_SkuOfACombination_IsItsOwn()
    {
        var shop = new Shop(new OrderItem { Id = 3, OrderId = 123, ProductId = 5, AttributesXml = "-RED", Quantity = 1 });
        Assert.That(await shop.ValuesAsync("Order.Skus"), Is.EqualTo(new[] { "SKU-1", "SKU-1-RED" }));
    }

    [Test]
    public async Task Tokens_OfCategories_AreThoseOfTheProductsAndTheirParents()
    {
        var shop = new Shop(
            new ProductCategory { Id = 1, ProductId = 5, CategoryId = 20 },
            new ProductCategory { Id = 2, ProductId = 5, CategoryId = 30 },
            new ProductCategory { Id = 3, ProductId = 6, CategoryId = 40 },
            new Category { Id = 10, Name = "Goods", ParentCategoryId = 20 },
            new Category { Id = 20, Name = "Things", ParentCategoryId = 10 },
            new Category { Id = 30, Name = "Gone", Deleted = true },
            new Category { Id = 40, Name = "Not bought" });

        Assert.Multiple(async () =>
        {
            Assert.That(await shop.ValuesAsync("Order.Categories"), Is.EqualTo(new[] { "Things" }));
            Assert.That(await shop.ValuesAsync("Order.CategoryIds"), Is.EqualTo(new[] { "20" }));
            Assert.That(await shop.ValuesAsync("Order.CategoriesAndParents"), Is.EqualTo(new[] { "Things", "Goods" }));
        });
    }

    [Test]
    public async Task Tokens_OfVendorAndManufacturer_AreThoseOfTheProducts()
    {
        var shop = new Shop(
            new Vendor { Id = 1, Name = "Maker" }, new ProductManufacturer { Id = 1, ProductId = 5, ManufacturerId = 2 }, new Manufacturer { Id = 2, Name = "Brand" });

        Assert.Multiple(async () =>
        {
            Assert.That(await shop.ValuesAsync("Order.Vendors"), Is.EqualTo(new[] { "Maker" }));
            Assert.That(await shop.ValuesAsync("Order.VendorIds"), Is.EqualTo(new[] { "1" }));
            Assert.That(await shop.ValuesAsync("Order.Manufacturers"), Is.EqualTo(new[] { "Brand" }));
        });
    }

    [Test]
    public async Task Token_WarehouseBeforeAnythingIsSent_IsWhereTheProductsLie() =>
        Assert.That(await new Shop(new Warehouse { Id = 1, Name = "North" }).ValuesAsync("Order.Warehouses"), Is.EqualTo(new[] { "North" }));

    [Test]
    public async Task Tokens_OfShipments_SayWhereItCameFrom()
    {
        var shop = new Shop(
            new Warehouse { Id = 1, Name = "North" },
            new Warehouse { Id = 2, Name = "South" },
            new Shipment { Id = 70, OrderId = 123, TrackingNumber = "T1" },
            new Shipment { Id = 71, OrderId = 7, TrackingNumber = "other" },
            new ShipmentItem { Id = 1, ShipmentId = 70, WarehouseId = 2 });

        Assert.Multiple(async () =>
        {
            Assert.That(await shop.ValuesAsync("Order.Warehouses"), Is.EqualTo(new[] { "South" }));
            Assert.That(await shop.ValuesAsync("Shipment.ShipmentNumber"), Is.EqualTo(new[] { "70" }));
            Assert.That(await shop.ValuesAsync("Shipment.TrackingNumber"), Is.EqualTo(new[] { "T1" }));
        });
    }

    [Test]
    public async Task Token_CouponCodes_AreThoseOfDiscountsWithACode()
    {
        var shop = new Shop(
            new DiscountUsageHistory { Id = 1, OrderId = 123, DiscountId = 1 },
            new DiscountUsageHistory { Id = 2, OrderId = 123, DiscountId = 2 },
            new Discount { Id = 1, RequiresCouponCode = true, CouponCode = "SPRING" },
            new Discount { Id = 2, CouponCode = "left over" });
        Assert.That(await shop.ValuesAsync("Order.CouponCodes"), Is.EqualTo(new[] { "SPRING" }));
    }

    [Test]
    public async Task Token_Language_IsItsCode() =>
        Assert.That(await new Shop(new Language { Id = 2, UniqueSeoCode = "de" }).ValuesAsync("Order.Language"), Is.EqualTo(new[] { "de" }));

    [Test]
    public async Task Tokens_OfAGuest_SaySo()
    {
        var shop = new Shop(
            new CustomerCustomerRoleMapping { CustomerId = 3, CustomerRoleId = 4 },
            new CustomerCustomerRoleMapping { CustomerId = 3, CustomerRoleId = 5 },
            new CustomerRole { Id = 4, Name = "Visitors", SystemName = "Guests", Active = true },
            new CustomerRole { Id = 5, Name = "Old", Active = false });

        Assert.Multiple(async () =>
        {
            Assert.That(await shop.ValuesAsync("Customer.Roles"), Is.EqualTo(new[] { "Visitors" }));
            Assert.That(await shop.ValuesAsync("Customer.IsGuest"), Is.EqualTo(new[] { "true" }));
        });
    }

    [Test]
    public async Task Token_OrderNumberOfTheCustomer_CountsWhatStands()
    {
        var shop = new Shop(
            new Order { Id = 100, CustomerId = 3, OrderStatus = OrderStatus.Complete },
            new Order { Id = 101, CustomerId = 3, OrderStatus = OrderStatus.Cancelled },
            new Order { Id = 102, CustomerId = 3, OrderStatus = OrderStatus.Complete, Deleted = true },
            new Order { Id = 103, CustomerId = 8, OrderStatus = OrderStatus.Complete },
            new Order { Id = 200, CustomerId = 3, OrderStatus = OrderStatus.Complete });
        Assert.That(await shop.ValuesAsync("Order.CustomerOrderNumber"), Is.EqualTo(new[] { "2" }));
    }

    [TestCase("Order placed", "false")]
    [TestCase("Order placed by a store owner ('admin@example.com'. ID = 1) impersonating the customer.", "true")]
    public async Task Token_PlacedByAdministrator_IsKnownFromTheNote(string note, string value)
    {
        var shop = new Shop(new OrderNote { Id = 1, OrderId = 123, Note = note }, new OrderNote { Id = 2, OrderId = 7, Note = "Order placed by a store owner" });
        Assert.That(await shop.ValuesAsync("Order.PlacedByAdministrator"), Is.EqualTo(new[] { value }));
    }

    [Test]
    public async Task Token_Subscription_FirstOrder() =>
        Assert.That(
            await new Shop(new RecurringPayment { Id = 1, InitialOrderId = 123 }, new RecurringPaymentHistory { Id = 1, RecurringPaymentId = 1, OrderId = 123 })
                .ValuesAsync("Order.Subscription"),
            Is.EqualTo(new[] { "First" }));

    [Test]
    public async Task Token_Subscription_Renewal() =>
        Assert.That(
            await new Shop(
                new Order { Id = 100, CustomerId = 3 },
                new RecurringPayment { Id = 1, InitialOrderId = 100 },
                new RecurringPaymentHistory { Id = 1, RecurringPaymentId = 1, OrderId = 123 }).ValuesAsync("Order.Subscription"),
            Is.EqualTo(new[] { "Renewal" }));

    [TestCase(ReturnRequestStatus.Pending, "1")]
    [TestCase(ReturnRequestStatus.Received, "1")]
    [TestCase(ReturnRequestStatus.ReturnAuthorized, "1")]
    [TestCase(ReturnRequestStatus.ItemsRefunded, "0")]
    [TestCase(ReturnRequestStatus.ItemsRepaired, "0")]
    [TestCase(ReturnRequestStatus.RequestRejected, "0")]
    [TestCase(ReturnRequestStatus.Cancelled, "0")]
    public async Task Token_OpenReturnRequests_CountsThoseNotEnded(ReturnRequestStatus status, string value)
    {
        var shop = new Shop(
            new ReturnRequest { Id = 1, CustomerId = 3, OrderItemId = 1, ReturnRequestStatusId = (int)status },
            new ReturnRequest { Id = 2, CustomerId = 3, OrderItemId = 2, ReturnRequestStatusId = (int)ReturnRequestStatus.Pending });
        Assert.That(await shop.ValuesAsync("Order.OpenReturnRequests"), Is.EqualTo(new[] { value }));
    }

    [Test]
    public async Task Tokens_OfARental_AreItsDates()
    {
        var shop = new Shop();
        var item = shop.Rows.OfType<OrderItem>().First();
        (item.RentalStartDateUtc, item.RentalEndDateUtc) = (new DateTime(2026, 4, 1), new DateTime(2026, 4, 8));

        Assert.Multiple(async () =>
        {
            Assert.That(await shop.ValuesAsync("Order.RentalStart"), Is.EqualTo(new[] { "2026-04-01" }));
            Assert.That(await shop.ValuesAsync("Order.RentalEnd"), Is.EqualTo(new[] { "2026-04-08" }));
        });
    }

    [TestCase("Order.CheckoutAttribute.Feedback-by-SMS", "Yes please")]
    [TestCase("Order.CheckoutAttribute.feedback-by-sms", "Yes please")]
    [TestCase("Order.CheckoutAttribute.Feedback by SMS?", "Yes please")]
    [TestCase("Order.CheckoutAttribute.1", "Yes please")]
    [TestCase("Order.CheckoutAttribute.Remark", "typed")]
    [TestCase("Order.CheckoutAttribute.Photo", null)]
    [TestCase("Order.CheckoutAttribute.Other", null)]
    public async Task Token_OfACheckoutAttribute_IsWhatWasChosen(string token, string? value)
    {
        var shop = WithAttributes();
        Assert.That(await shop.ValuesAsync(token), Is.EqualTo(value is null ? None : [value]));
    }

    [Test]
    public async Task Token_CheckoutAttributes_AreAllInTheOrdersLanguage()
    {
        var shop = WithAttributes().Translate<CheckoutAttribute>(2, "Bemerkung").Translate<CheckoutAttributeValue>(11, "Ja");
        Assert.That(await shop.ValuesAsync("Order.CheckoutAttributes"), Is.EqualTo(new[] { "Feedback by SMS?: Ja", "Bemerkung: typed" }));
    }

    [Test]
    public async Task Tokens_OfGdprConsents_AreTheNewestAnswers()
    {
        var shop = new Shop(
            new GdprConsent { Id = 1, Message = "May we ask you?" },
            new GdprConsent { Id = 2, Message = "May we share?" },
            new GdprLog { Id = 1, CustomerId = 3, ConsentId = 1, RequestTypeId = (int)GdprRequestType.ConsentDisagree },
            new GdprLog { Id = 2, CustomerId = 3, ConsentId = 1, RequestTypeId = (int)GdprRequestType.ConsentAgree },
            new GdprLog { Id = 3, CustomerId = 3, ConsentId = 2, RequestTypeId = (int)GdprRequestType.ConsentAgree },
            new GdprLog { Id = 4, CustomerId = 3, ConsentId = 2, RequestTypeId = (int)GdprRequestType.ConsentDisagree },
            new GdprLog { Id = 5, CustomerId = 3, ConsentId = 2, RequestTypeId = (int)GdprRequestType.ProfileChanged },
            new GdprLog { Id = 6, CustomerId = 8, ConsentId = 1, RequestTypeId = (int)GdprRequestType.ConsentDisagree });

        Assert.Multiple(async () =>
        {
            Assert.That(await shop.ValuesAsync("Customer.GdprConsents"), Is.EqualTo(new[] { "May we ask you?" }));
            Assert.That(await shop.ValuesAsync("Customer.GdprConsent.1"), Is.EqualTo(new[] { "agreed" }));
            Assert.That(await shop.ValuesAsync("Customer.GdprConsent.2"), Is.EqualTo(new[] { "disagreed" }));
        });
    }

    [Test]
    public async Task Token_NewsletterSubscriptions_AreTheActiveOnesOfTheAddressInTheStore()
    {
        var shop = new Shop(
            new NewsLetterSubscriptionType { Id = 1, Name = "News" },
            new NewsLetterSubscriptionType { Id = 2, Name = "Surveys" },
            new NewsLetterSubscription { Id = 1, Email = "billing@example.com", StoreId = 1, TypeId = 2, Active = true },
            new NewsLetterSubscription { Id = 2, Email = "billing@example.com", StoreId = 1, TypeId = 1, Active = false },
            new NewsLetterSubscription { Id = 3, Email = "billing@example.com", StoreId = 2, TypeId = 1, Active = true },
            new NewsLetterSubscription { Id = 4, Email = "other@example.com", StoreId = 1, TypeId = 1, Active = true });
        Assert.That(await shop.ValuesAsync("Customer.NewsletterSubscriptions"), Is.EqualTo(new[] { "Surveys" }));
    }

    [Test]
    public async Task ReadAsync_NoTokenMapped_ReadsNoMoreThanTheContact()
    {
        var shop = new Shop();
        await shop.ReadAsync();
        Assert.That(shop.Reads.Distinct(), Is.EquivalentTo(new[] { "Order", "Address", "Customer", "Country" }));
    }

    [Test]
    public async Task ReadAsync_SeveralTokensOfOnePart_ReadItOnce()
    {
        var shop = new Shop();
        await shop.ReadAsync("Order.ProductIds", "Order.ProductNames", "Order.Skus", "Order.ItemCount");
        Assert.That((shop.Reads.Count(table => table == "OrderItem"), shop.Reads.Count(table => table == "Product")), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task ReadAsync_EveryTokenOfTheList_CanBeReadAndIsAllowed()
    {
        var fields = (await new Shop().ReadAsync([.. OrderTokens.Names]))!.Fields;

        Assert.That(fields.Names, Has.Count.GreaterThan(40));
        Assert.That(OrderTokens.Names, Has.All.Matches<string>(OrderTokens.Contains));
    }

    [TestCase("Order.OrderURLForCustomer")]
    [TestCase("Order.Product(s)")]
    [TestCase("Order.CustomValues")]
    [TestCase("Store.URL")]
    [TestCase("Customer.PasswordRecoveryURL")]
    [TestCase("Customer.AccountActivationURL")]
    [TestCase("Order.CheckoutAttribute.")]
    public void Contains_AddressPasswordOrHtmlOfTheStoresOwnTokens_IsFalse(string token) => Assert.That(OrderTokens.Contains(token), Is.False);

    private static Shop WithAttributes()
    {
        var shop = new Shop { Order = { CheckoutAttributesXml = "<xml/>" } };
        shop.CheckoutAttributes.AddRange(
        [
            (new CheckoutAttribute { Id = 1, Name = "Feedback by SMS?", AttributeControlType = AttributeControlType.DropdownList }, null,
                [new CheckoutAttributeValue { Id = 11, AttributeId = 1, Name = "Yes please" }]),
            (new CheckoutAttribute { Id = 2, Name = "Remark", AttributeControlType = AttributeControlType.TextBox }, "typed", []),
            (new CheckoutAttribute { Id = 3, Name = "Photo", AttributeControlType = AttributeControlType.FileUpload }, "6f9619ff", []),
        ]);
        return shop;
    }
}
