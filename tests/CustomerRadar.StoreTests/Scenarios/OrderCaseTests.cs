using System.Text.RegularExpressions;
using CustomerRadar.StoreTests.Admin;
using CustomerRadar.StoreTests.Shop;

namespace CustomerRadar.StoreTests.Scenarios;

/// <summary>What becomes of an order: the table of cases, each with its state and reason.</summary>
public sealed class OrderCaseTests : StoreTest
{
    private PluginConfiguration? _saved;
    private string? _written;

    private static IEnumerable<TestCaseData> Cases =>
        new OrderCase[]
        {
            new("guest order, shipped", "Accepted", "Accepted by Customer Radar.") { Product = Product.Parcel },
            new("order without shipping", "Accepted", "Accepted by Customer Radar."),
            new("free order", "Accepted", "Accepted by Customer Radar.") { Product = Product.Gift, Happens = _ => Task.CompletedTask },
            new("gift card only", "Accepted", "Accepted by Customer Radar.") { Product = Product.GiftCard },
            new("customer with an account", "Accepted", "Accepted by Customer Radar.") { Places = (desk, product, buyer) => desk.AsCustomerAsync(product, buyer) },
            new("customer whose account was deleted", "Cancelled", "The customer's account was deleted.")
            {
                Places = (desk, product, buyer) => desk.AsDeletedCustomerAsync(product, buyer),
            },
            new("customer who opted out", "Skipped", $"The customer opted out on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}.")
            {
                Buyer = new() { Phone = $"021 {Random.Shared.Next(200, 1000)} {Random.Shared.Next(1000, 10000)}" }, Places = (desk, product, buyer) => desk.AsOptedOutAsync(product, buyer),
            },
            new("customer who opted out, in a file", "Skipped", $"The customer opted out on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}.")
            {
                Places = (desk, product, buyer) => desk.AsOptedOutByFileAsync(product, buyer),
            },
            new("placed by an administrator", "Accepted", "Accepted by Customer Radar.") { Places = (desk, product, buyer) => desk.AsAdministratorAsync(product, buyer) },
            new("renewal of a subscription", "Accepted", "Accepted by Customer Radar.")
            {
                Product = Product.Subscription,
                Places = (desk, product, buyer) => desk.AsRenewalAsync(product, buyer),
                Happens = _ => Task.CompletedTask,
            },
            new("order not paid", "") { Happens = _ => Task.CompletedTask },
            new("mobile number", "Accepted", "Accepted by Customer Radar.") { Rule = MobileOnly, Mobile = "0215550123" },
            new("landline number", "Skipped", "The phone number is not a mobile number.") { Rule = MobileOnly, Buyer = new() { Phone = "04 472 1234" } },
            new("invalid number", "Skipped", "The phone number is not valid.") { Rule = MobileOnly, Buyer = new() { Phone = "12345" } },
            new("invalid number, e-mail will do", "Accepted", "Accepted by Customer Radar.") { Buyer = new() { Phone = "12345" } },
            new("foreign number", "Skipped", "The mobile number is foreign, and the rule does not allow foreign numbers.")
            {
                Rule = MobileOnly, Buyer = new() { Phone = "+61 412 345 678" },
            },
            new("foreign number, allowed", "Accepted", "Accepted by Customer Radar.")
            {
                Rule = page => MobileOnly(page) with { ForeignNumbers = true }, Buyer = new() { Phone = "+61 412 345 678" }, Mobile = "+61412345678",
            },
            new("number of the buyers own country", "Accepted", "Accepted by Customer Radar.")
            {
                Rule = page => MobileOnly(page) with { ForeignNumbers = true }, Buyer = new() { Phone = "0412 345 678", Country = "Australia" }, Mobile = "+61412345678",
            },
            new("paid, not due yet", "Pending") { Rule = InADay },
            new("cancelled before due", "Cancelled", "The order was cancelled.") { Rule = InADay, Happens = PaidThen(order => order.CancelAsync()) },
            new("cancelled and restored", "Pending", "The order was restored.")
            {
                Rule = InADay,
                Happens = PaidThen(async order =>
                {
                    await order.CancelAsync();
                    await order.ChangeStatusAsync("Processing");
                }),
            },
            new("partly refunded", "Pending") { Rule = InADay, Happens = PaidThen(order => order.RefundPartAsync(5)) },
            new("fully refunded", "Cancelled", "The order was refunded in full.") { Rule = InADay, Happens = PaidThen(order => order.RefundAsync()) },
            new("deleted", "Cancelled", "The order was deleted.") { Rule = InADay, Happens = PaidThen(order => order.DeleteAsync()) },
            new("two shipments, one delivered", "")
            {
                Rules = ["""{"trigger": "ShipmentDelivered", "shipment": "Last"}"""], Product = Product.Parcel, Places = Two, Happens = PaidThen(order => order.DeliverAsync(1)),
            },
            new("two shipments, both delivered", "Accepted", "Accepted by Customer Radar.")
            {
                Rules = ["""{"trigger": "ShipmentDelivered", "shipment": "Last"}"""], Product = Product.Parcel, Places = Two, Happens = PaidThen(DeliverTwiceAsync),
            },
            new("two shipments, the first counts", "Accepted", "Accepted by Customer Radar.")
            {
                Rules = ["""{"trigger": "ShipmentDelivered"}"""], Product = Product.Parcel, Places = Two, Happens = PaidThen(DeliverTwiceAsync),
            },
            new("rental that has not ended", "Pending") { Rules = ["""{"trigger": "BookingCompleted"}"""], Product = Product.Rental },
            new("voided", "Cancelled", "The payment was voided.")
            {
                Rules = ["""{"trigger": "OrderPlaced", "delay": {"days": 1}}"""],
                Places = (desk, product, buyer) => desk.AuthorisedAsync(product, buyer),
                Happens = order => order.VoidAsync(),
            },
            new("renewal of a subscription, first order only", "Skipped", "A filter of the rule is not met: Order.Subscription is one of the listed values.")
            {
                Rules = ["""{"filters": [{"field": "Order.Subscription", "test": "IsNoneOf", "values": ["Renewal"]}]}"""],
                Product = Product.Subscription,
                Places = (desk, product, buyer) => desk.AsRenewalAsync(product, buyer),
                Happens = _ => Task.CompletedTask,
            },
            new("placed by an administrator, not wanted", "Skipped", "A filter of the rule is not met: Order.PlacedByAdministrator is one of the listed values.")
            {
                Rules = ["""{"filters": [{"field": "Order.PlacedByAdministrator", "test": "IsNoneOf", "values": ["true"]}]}"""],
                Places = (desk, product, buyer) => desk.AsAdministratorAsync(product, buyer),
            },
            new("no consent", "Skipped", "No consent: Customer.NewsletterSubscriptions has none of the values that mean yes.")
            {
                Rules = ["""{"consent": {"field": "Customer.NewsletterSubscriptions", "values": ["Newsletter"]}}"""],
            },
            new("second order within the cap", "Skipped", "The same contact was invited on * by *; the rule allows one invitation in 30 days.")
            {
                Rules = ["""{"cap": {"days": 30}}"""], Places = (desk, product, buyer) => desk.AgainAsync(product, buyer),
            },
            new("status saved without a change", "Pending") { Rule = InADay, Happens = PaidThen(order => order.ChangeStatusAsync("Complete")) },
        }.Select(@case => new TestCaseData(@case).SetName("Order_" + @case.Name.Replace(' ', '_').Replace(",", "", StringComparison.Ordinal)));

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        await StoreRun.InstalledAsync();
        foreach (var product in Product.All)
            await Admin.Products.StockAsync(product);
    }

    [OneTimeTearDown]
    public async Task SwitchOffAsync()
    {
        await Admin.Configuration.OpenAsync();
        await Admin.Configuration.Rules.ImportAsync(RuleFile.Of());
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Order_Case_EndsInItsStateWithItsReason(OrderCase @case)
    {
        await ConfigureAsync(@case.Rule(PluginConfiguration.For(Store.Sandbox.Address)), @case.Rules);

        var order = await @case.Places(new OrderDesk(Store, Admin), @case.Product, @case.Buyer);
        await @case.Happens(await Admin.OpenAsync(order));

        if (@case.State.Length == 0)
        {
            Assert.That(await Admin.Invitations.OfAsync(order), Is.Empty);
            return;
        }

        var row = await Admin.Invitations.SettledAsync(order, @case.State);
        var received = Store.Sandbox.Invitations.Where(invitation => invitation.MetadataValue("invoice_no") == order.Custom).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(row.State, Is.EqualTo(@case.State));
            Assert.That(row.Reason, @case.Reason is { } reason ? Does.Match($"^{Regex.Escape(reason).Replace(@"\*", ".+", StringComparison.Ordinal)}$") : Is.Null);
            Assert.That(received, Has.Count.EqualTo(@case.State == "Accepted" ? 1 : 0));
            if (@case.Mobile is { } mobile)
                Assert.That(received.Select(invitation => invitation.Mobile), Is.EqualTo(new[] { mobile }));
        });
    }

    [Test]
    public async Task Order_TwoRulesMatch_IsInvitedByOneAndTheOtherSaysSo()
    {
        await ConfigureAsync(PluginConfiguration.For(Store.Sandbox.Address), ["{}", "{}"]);
        var order = await new OrderDesk(Store, Admin).AsGuestAsync(Product.Service, new Buyer());
        await (await Admin.OpenAsync(order)).MarkAsPaidAsync();

        var rows = await Admin.Invitations.AllEndedAsync(order, count: 2);

        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(row => row.State), Is.EquivalentTo(new[] { "Accepted", "Skipped" }));
            Assert.That(rows.Single(row => row.State == "Skipped").Reason, Does.StartWith("Already invited by"));
            Assert.That(Store.Sandbox.Invitations.Count(invitation => invitation.MetadataValue("invoice_no") == order.Custom), Is.EqualTo(1));
        });
    }

    private async Task ConfigureAsync(PluginConfiguration configuration, IReadOnlyList<string> rules)
    {
        if (rules.Count > 0)
            configuration = configuration with { RuleEnabled = false };
        var file = RuleFile.Of(rules);
        if (configuration == _saved && file == _written)
            return;
        await Admin.Configuration.OpenAsync();
        // The page has fields for one kind of rule only.
        if (file != _written)
            await Admin.Configuration.Rules.ImportAsync(file);
        await Admin.Configuration.FillAsync(configuration);
        Assert.That(await Admin.Configuration.SaveAsync(), Is.Empty);
        (_saved, _written) = (configuration, file);
    }

    private static Task<OrderNumber> Two(OrderDesk desk, Product product, Buyer buyer) => desk.AsGuestAsync(product, buyer, quantity: 2);

    private static async Task DeliverTwiceAsync(OrderPage order)
    {
        await order.DeliverAsync(1);
        await order.DeliverAsync(1);
    }

    private static PluginConfiguration MobileOnly(PluginConfiguration page) => page with { Contact = "Mobile" };

    private static PluginConfiguration InADay(PluginConfiguration page) => page with { DelayDays = "1" };

    private static Func<OrderPage, Task> PaidThen(Func<OrderPage, Task> next) => async order =>
    {
        await order.MarkAsPaidAsync();
        await next(order);
    };
}
