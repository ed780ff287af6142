using CustomerRadar.StoreTests.Admin;
using CustomerRadar.StoreTests.Shop;

namespace CustomerRadar.StoreTests.Scenarios;

/// <summary>Inviting for orders that were paid before the rule was switched on.</summary>
public sealed class BackfillTests : StoreTest
{
    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        await StoreRun.InstalledAsync();
        await Admin.Products.StockAsync(Product.Service);
        await ConfigureAsync(isOn: true);
        await Admin.Configuration.OpenAsync();
        await Admin.Configuration.Rules.ImportAsync(RuleFile.Of());
    }

    [Test]
    public async Task Backfill_OrdersPaidBeforeTheRuleWasActive_AreInvitedOnce()
    {
        await ConfigureAsync(isOn: false);
        var orders = new List<OrderNumber>();
        for (var i = 0; i < 2; i++)
        {
            orders.Add(await new OrderDesk(Store, Admin).AsGuestAsync(Product.Service, new Buyer()));
            await (await Admin.OpenAsync(orders[^1])).MarkAsPaidAsync();
        }

        await ConfigureAsync(isOn: true);
        await Admin.Configuration.OpenAsync();
        var found = await Admin.Configuration.Backfill.CountAsync("Order paid", Today.AddDays(-1), Today.AddDays(1), "3600");
        var before = await Task.WhenAll(orders.Select(async order => (await Admin.Invitations.OfAsync(order)).Count));
        var asked = await Admin.Configuration.Backfill.StartAsync();
        await Admin.Configuration.Backfill.ExpectAsync("Done");

        var rows = new List<Invitation>();
        foreach (var order in orders)
            rows.Add(await Admin.Invitations.SettledAsync(order, "Accepted"));
        Assert.Multiple(() =>
        {
            Assert.That(found, Is.SupersetOf(orders.Select(order => order.Custom)));
            Assert.That(before, Is.All.Zero);
            Assert.That(asked, Does.Contain("Found: "));
            Assert.That(rows.Select(row => (row.State, row.Origin)), Is.All.EqualTo(("Accepted", "Backfill")));
            Assert.That(orders.Select(order => Store.Sandbox.Invitations.Count(invitation => invitation.MetadataValue("invoice_no") == order.Custom)), Is.All.EqualTo(1));
        });
    }

    [Test]
    public async Task Count_RateThatIsTooHigh_SaysSoBesideTheField()
    {
        await ConfigureAsync(isOn: true);
        await Admin.Configuration.OpenAsync();
        var shown = await Admin.Configuration.Backfill.CountAsync("Order paid", Today, Today, "3601");
        Assert.That(shown, Is.EqualTo(new[] { "At most 3601 an hour: it is 1 to 3600 invitations an hour." }));
    }

    private async Task ConfigureAsync(bool isOn)
    {
        await Admin.Configuration.OpenAsync();
        await Admin.Configuration.FillAsync(PluginConfiguration.For(Store.Sandbox.Address) with { RuleEnabled = isOn });
        Assert.That(await Admin.Configuration.SaveAsync(), Is.Empty);
    }
}
