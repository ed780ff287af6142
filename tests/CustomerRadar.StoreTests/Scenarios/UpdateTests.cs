using CustomerRadar.StoreTests.Admin;
using CustomerRadar.StoreTests.Running;
using CustomerRadar.StoreTests.Shop;

namespace CustomerRadar.StoreTests.Scenarios;

/// <summary>A new version over an earlier one that has worked: nothing that was typed or sent is lost, and what waited goes on waiting.</summary>
[NeedsStore(EarlierPackage)]
public sealed class UpdateTests : StoreTest
{
    private const string EarlierPackage = "CUSTOMERRADAR_OLD_PACKAGE";

    [OneTimeSetUp]
    public async Task InstallTheEarlierVersionAsync()
    {
        await StoreRun.InstalledAsync(Path.Combine(Repository.Root, Environment.GetEnvironmentVariable(EarlierPackage)!));
        await Admin.Products.StockAsync(Product.Service);
    }

    [Test]
    public async Task Upload_OverAnEarlierVersion_KeepsSettingsRuleAndInvitations()
    {
        var typed = PluginConfiguration.For(Store.Sandbox.Address) with { DryRun = null };
        await ConfigureAsync(typed);
        Store.Sandbox.ClearInvitations();
        var invited = await OrderAsync();
        using var patience = new CancellationTokenSource(Wait.Invitation);
        await Store.Sandbox.WaitForInvitationsAsync(1, patience.Token);
        await ConfigureAsync(typed with { DelayDays = "1" });
        var waiting = await OrderAsync();
        await Admin.Configuration.OpenAsync();
        var before = (await Admin.Configuration.ReadAsync(), await Admin.Configuration.CountsAsync());

        await Admin.Plugins.UploadAsync(await StoreRun.PackageAsync());

        await Admin.Configuration.OpenAsync();
        var after = (await Admin.Configuration.ReadAsync(), await Admin.Configuration.CountsAsync());
        var untranslated = await Admin.Configuration.UntranslatedAsync();
        var password = await Admin.Configuration.TestConnectionAsync();
        await ConfigureAsync(typed);
        var next = await Admin.Invitations.SettledAsync(await OrderAsync(), "Accepted");
        var kept = (await Admin.Invitations.OfAsync(invited)).Single();
        var held = (await Admin.Invitations.OfAsync(waiting)).Single();

        Assert.Multiple(() =>
        {
            Assert.That(after.Item1 with { DryRun = null }, Is.EqualTo(before.Item1 with { DryRun = null }));
            Assert.That(after.Item1.DryRun, Is.False, "an update must not end sending");
            Assert.That(after.Item2, Is.EquivalentTo(before.Item2));
            Assert.That(untranslated, Is.Empty, "a text of the new version is missing");
            Assert.That(password, Is.EqualTo("Customer Radar accepted the log-in."));
            Assert.That((next.State, kept.State, held.State), Is.EqualTo(("Accepted", "Accepted", "Pending")));
            Assert.That(Store.Sandbox.Invitations.Select(invitation => invitation.MetadataValue("invoice_no")), Is.Unique);
        });
    }

    private async Task ConfigureAsync(PluginConfiguration configuration)
    {
        await Admin.Configuration.OpenAsync();
        await Admin.Configuration.FillAsync(configuration);
        Assert.That(await Admin.Configuration.SaveAsync(), Is.Empty);
    }

    private async Task<OrderNumber> OrderAsync()
    {
        var order = await new OrderDesk(Store, Admin).AsGuestAsync(Product.Service, new Buyer());
        await (await Admin.OpenAsync(order)).MarkAsPaidAsync();
        return order;
    }
}
