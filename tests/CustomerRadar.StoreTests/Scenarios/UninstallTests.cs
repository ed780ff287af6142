using CustomerRadar.StoreTests.Admin;
using CustomerRadar.StoreTests.Shop;

namespace CustomerRadar.StoreTests.Scenarios;

/// <summary>Out and in again: what the page promises to keep is kept, what it promises to remove is gone, and the shop sells all the while.</summary>
public sealed class UninstallTests : StoreTest
{
    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        await StoreRun.InstalledAsync();
        await Admin.Products.StockAsync(Product.Service);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Uninstall_ThenInstallAgain_KeepsWhoWasInvitedOnlyIfAsked(bool keep)
    {
        await ConfigureAsync(keep);
        var invited = await OrderAsync();
        Assert.That((await Admin.Invitations.SettledAsync(invited, "Accepted")).State, Is.EqualTo("Accepted"));

        await Admin.Plugins.UninstallAsync();
        var unnoticed = await OrderAsync();
        await Admin.Plugins.InstallAsync();
        await Admin.Configuration.OpenAsync();
        var page = await Admin.Configuration.ReadAsync();
        await ConfigureAsync(keep);
        var next = await OrderAsync();
        Assert.That((await Admin.Invitations.SettledAsync(next, "Accepted")).State, Is.EqualTo("Accepted"));

        var kept = await Admin.Invitations.OfAsync(invited);
        var missed = await Admin.Invitations.OfAsync(unnoticed);
        Assert.Multiple(() =>
        {
            Assert.That((page.Username, page.ClientDisplayId, page.RuleEnabled), Is.EqualTo(("", "", false)));
            Assert.That(kept.Select(row => row.State), Is.EqualTo(keep ? new[] { "Accepted" } : []));
            Assert.That(missed, Is.Empty);
        });
    }

    private async Task ConfigureAsync(bool keep)
    {
        await Admin.Configuration.OpenAsync();
        await Admin.Configuration.FillAsync(PluginConfiguration.For(Store.Sandbox.Address) with { KeepInvitedOnUninstall = keep });
        Assert.That(await Admin.Configuration.SaveAsync(), Is.Empty);
    }

    private async Task<OrderNumber> OrderAsync()
    {
        var visit = await Store.VisitAsync();
        await visit.AddToCartAsync(Product.Service);
        var order = await visit.CheckOutAsync(new Buyer());
        await (await Admin.OpenAsync(order)).MarkAsPaidAsync();
        return order;
    }
}
