using CustomerRadar.StoreTests.Admin;
using CustomerRadar.StoreTests.Running;
using CustomerRadar.StoreTests.Shop;

namespace CustomerRadar.StoreTests.Scenarios;

/// <summary>What keeps invitations from being sent: this looks like a copy of the shop, somebody paused it, a dry run.</summary>
public sealed class SafetyTests : StoreTest
{
    private const string Elsewhere = "http://copy-of-the-shop.example/";
    private static readonly TimeSpan Noticed = TimeSpan.FromMinutes(1);

    // Rows are swept up to 1 min 45 s after they are due.
    private static readonly TimeSpan SweepTime = TimeSpan.FromSeconds(110);

    private string _address = "";

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        await StoreRun.InstalledAsync();
        await Admin.Products.StockAsync(Product.Gift);
        _address = await Admin.Stores.AddressAsync(StoreList.First);
    }

    [SetUp]
    public async Task SaveAGoodPageAsync()
    {
        await Admin.Configuration.OpenAsync();
        await Admin.Configuration.FillAsync(PluginConfiguration.For(Store.Sandbox.Address));
        Assert.That(await Admin.Configuration.SaveAsync(), Is.Empty);
    }

    [Test]
    public async Task StoreAddress_Changed_SendsNothingAndSaysSoUntilSomebodyConfirms()
    {
        OrderNumber order;
        Invitation waiting;
        int after;
        var before = await ToldAsync();
        try
        {
            await Admin.Stores.MoveAsync(StoreList.First, Elsewhere);
            await NoticedAsync();
            order = await OrderAsync();
            await Wait.UntilAsync(ToldAsync, times => times > before, "the log saying so", Noticed);
            waiting = await Admin.Invitations.SettledAsync(order, "Pending");
            Assert.That(Received(order), Is.Zero);
            // More than one check further on.
            await NotSentByASweepAsync(order);
            after = await ToldAsync();

            await Admin.Configuration.OpenAsync();
            await Admin.Configuration.ConfirmPlaceAsync();
            Assert.That((await Admin.Invitations.SettledAsync(order, "Accepted")).State, Is.EqualTo("Accepted"));
        }
        finally
        {
            // The shop of the test store is where it was before; for the plugin it has moved once more.
            await Admin.Stores.MoveAsync(StoreList.First, _address);
            await NoticedAsync();
            await Admin.Configuration.ConfirmPlaceAsync();
        }

        Assert.Multiple(() =>
        {
            Assert.That(waiting.State, Is.EqualTo("Pending"));
            Assert.That(after - before, Is.EqualTo(1), "said once, not at every check");
            Assert.That(Received(order), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Pause_ThenGoOn_HoldsWhatIsPaidMeanwhileAndSendsItAfterwards()
    {
        await Admin.Configuration.OpenAsync();
        Assert.That(await Admin.Configuration.PauseAsync(), Does.Contain("Paused on the configuration page by"));
        var order = await OrderAsync();
        var waiting = await Admin.Invitations.SettledAsync(order, "Pending");

        await Admin.Configuration.OpenAsync();
        await Admin.Configuration.GoOnAsync();
        var row = await Admin.Invitations.SettledAsync(order, "Accepted");

        Assert.That((waiting.State, row.State, Received(order)), Is.EqualTo(("Pending", "Accepted", 1)));
    }

    [Test]
    public async Task DryRun_OrderPaid_IsSkippedAndStaysSo()
    {
        await Admin.Configuration.OpenAsync();
        await Admin.Configuration.FillAsync(new PluginConfiguration { DryRun = true });
        Assert.That(await Admin.Configuration.SaveAsync(), Is.Empty);
        var order = await OrderAsync();
        var row = await Admin.Invitations.SettledAsync(order, "Skipped");

        await SaveAGoodPageAsync();
        var after = (await Admin.Invitations.OfAsync(order)).Single();

        Assert.That((row.State, after.State, Received(order)), Is.EqualTo(("Skipped", "Skipped", 0)));
        Assert.That(row.Reason, Does.StartWith("Dry run"));
    }

    private async Task<int> ToldAsync() =>
        (await Admin.Log.NewestAsync()).Count(line => line.Contains("Nothing is sent from here", StringComparison.Ordinal));

    // Nothing announces that a sweep has passed over a row: it is given the time of one, and has to stay where it is.
    private async Task NotSentByASweepAsync(OrderNumber order)
    {
        await Task.Delay(SweepTime);
        Assert.That((await Admin.Invitations.SettledAsync(order, "Pending")).State, Is.EqualTo("Pending"));
    }

    private Task<bool> NoticedAsync() => Wait.UntilAsync(Admin.Configuration.SaysCopyAsync, says => says, "the page saying that this looks like a copy", Noticed);

    // Free, so that it is paid within the checkout.
    private async Task<OrderNumber> OrderAsync()
    {
        var visit = await Store.VisitAsync();
        await visit.AddToCartAsync(Product.Gift);
        return await visit.CheckOutAsync(new Buyer());
    }

    private int Received(OrderNumber order) => Store.Sandbox.Invitations.Count(invitation => invitation.MetadataValue("invoice_no") == order.Custom);
}
