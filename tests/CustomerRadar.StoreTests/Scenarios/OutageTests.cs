using System.Diagnostics;
using CustomerRadar.StoreTests.Admin;
using CustomerRadar.StoreTests.Running;
using CustomerRadar.StoreTests.Shop;

namespace CustomerRadar.StoreTests.Scenarios;

/// <summary>Customer Radar, the store's process or the plugin's tables are away for a while: the shop sells on, and each order is invited once.</summary>
public sealed class OutageTests : StoreTest
{
    // A request that found nobody is made again after a minute, then after two, and so on.
    private static readonly TimeSpan NextTry = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan LockTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(3);

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        await StoreRun.InstalledAsync();
        await Admin.Products.StockAsync(Product.Gift);
        await Admin.Configuration.OpenAsync();
        await Admin.Configuration.Rules.ImportAsync(RuleFile.Of());
        await Admin.Configuration.FillAsync(PluginConfiguration.For(Store.Sandbox.Address));
        Assert.That(await Admin.Configuration.SaveAsync(), Is.Empty);
    }

    [TearDown]
    public Task BringSandboxBackAsync() => Store.StartSandboxAsync();

    [Test]
    [NeedsStore(StoreProcess.Variable)]
    public async Task OrderPaid_CustomerRadarDownAndStoreKilled_IsAcceptedOnceAfterBoth()
    {
        await Store.StopSandboxAsync();
        var (order, _) = await OrderAsync();
        await Wait.UntilAsync(
            async () => (await Admin.Invitations.OfAsync(order)).SingleOrDefault(),
            row => row is { State: "Pending", Reason: not null },
            "the first try finding nobody and saying so",
            Wait.Invitation);

        await Store.KillAsync();
        var after = (await Admin.Invitations.OfAsync(order)).Single();
        await Store.StartSandboxAsync();
        var row = await Admin.Invitations.SettledAsync(order, "Accepted", NextTry);

        Assert.Multiple(() =>
        {
            Assert.That(after.State, Is.EqualTo("Pending"));
            Assert.That(row.State, Is.EqualTo("Accepted"));
            Assert.That(Store.Sandbox.Invitations.Count(invitation => invitation.MetadataValue("invoice_no") == order.Custom), Is.EqualTo(1));
        });
    }

    [Test]
    [NeedsStore(StoreDatabase.Variable)]
    public async Task OrderPaid_TablesLocked_CheckoutGoesOnAndTheOrderIsFoundLater()
    {
        await using var database = new StoreDatabase();
        // Free, so that the order is paid within the checkout. The first one is slower than usual: pages are compiled.
        await OrderAsync();
        var (_, usual) = await OrderAsync();

        OrderNumber order;
        TimeSpan locked;
        await using (await database.LockAsync())
        {
            var held = Stopwatch.StartNew();
            (order, locked) = await OrderAsync();
            await TestContext.Out.WriteLineAsync($"Checkout: {usual.TotalSeconds:0.0} s as usual, {locked.TotalSeconds:0.0} s while the tables were locked.");
            await Task.Delay(LockTime - held.Elapsed);
        }

        var before = await Admin.Invitations.OfAsync(order);
        await Admin.Configuration.OpenAsync();
        Assert.That(await Admin.Configuration.LookForMissedAsync(), Does.StartWith("Looking."));
        var row = await Admin.Invitations.SettledAsync(order, "Accepted");

        Assert.Multiple(() =>
        {
            Assert.That(locked - usual, Is.LessThan(Noticeable));
            Assert.That(before, Is.Empty, "the event was lost");
            Assert.That((row.State, row.Origin), Is.EqualTo(("Accepted", "Reconcile")));
            Assert.That(Store.Sandbox.Invitations.Count(invitation => invitation.MetadataValue("invoice_no") == order.Custom), Is.EqualTo(1));
        });
    }

    [Test]
    [NeedsStore(StoreDatabase.Variable)]
    public async Task OrderPaid_TableMissing_ShopShowsNothingAndTheLogSaysWhatIsWrong()
    {
        await using var database = new StoreDatabase();
        OrderNumber order;
        await using (await database.HideAsync("customerradar_invitation"))
        {
            (order, _) = await OrderAsync();
            await (await Admin.OpenAsync(order)).OpenAsync();
            await Wait.UntilAsync(
                () => Admin.Log.NewestAsync(), lines => lines.Any(line => line.Contains(order.Subject, StringComparison.Ordinal)), "the log naming the order", Wait.Invitation);
        }

        await Admin.Configuration.OpenAsync();
        await Admin.Configuration.LookForMissedAsync();

        Assert.That((await Admin.Invitations.SettledAsync(order, "Accepted")).State, Is.EqualTo("Accepted"));
    }

    private async Task<(OrderNumber Order, TimeSpan Took)> OrderAsync()
    {
        var visit = await Store.VisitAsync();
        await visit.AddToCartAsync(Product.Gift);
        var clock = Stopwatch.StartNew();
        var order = await visit.CheckOutAsync(new Buyer());
        return (order, clock.Elapsed);
    }
}
