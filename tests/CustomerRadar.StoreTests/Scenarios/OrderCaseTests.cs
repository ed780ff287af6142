using CustomerRadar.StoreTests.Admin;

namespace CustomerRadar.StoreTests.Scenarios;

/// <summary>What becomes of an order: the table of cases, each with its state and reason.</summary>
public sealed class OrderCaseTests : StoreTest
{
    private PluginConfiguration? _saved;

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
            new("status saved without a change", "Pending") { Rule = InADay, Happens = PaidThen(order => order.ChangeStatusAsync("Complete")) },
        }.Select(@case => new TestCaseData(@case).SetName("Order_" + @case.Name.Replace(' ', '_').Replace(",", "", StringComparison.Ordinal)));

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        await StoreRun.InstalledAsync();
        foreach (var product in Product.All)
            await Admin.Products.StockAsync(product);
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Order_Case_EndsInItsStateWithItsReason(OrderCase @case)
    {
        await ConfigureAsync(@case.Rule(PluginConfiguration.For(Store.Sandbox.Address)));

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
            Assert.That(row.Reason, Is.EqualTo(@case.Reason));
            Assert.That(received, Has.Count.EqualTo(@case.State == "Accepted" ? 1 : 0));
            if (@case.Mobile is { } mobile)
                Assert.That(received.Select(invitation => invitation.Mobile), Is.EqualTo(new[] { mobile }));
        });
    }

    private async Task ConfigureAsync(PluginConfiguration configuration)
    {
        if (configuration == _saved)
            return;
        await Admin.Configuration.OpenAsync();
        await Admin.Configuration.FillAsync(configuration);
        Assert.That(await Admin.Configuration.SaveAsync(), Is.Empty);
        _saved = configuration;
    }

    private static PluginConfiguration MobileOnly(PluginConfiguration page) => page with { Contact = "Mobile" };

    private static PluginConfiguration InADay(PluginConfiguration page) => page with { DelayDays = "1" };

    private static Func<OrderPage, Task> PaidThen(Func<OrderPage, Task> next) => async order =>
    {
        await order.MarkAsPaidAsync();
        await next(order);
    };
}
