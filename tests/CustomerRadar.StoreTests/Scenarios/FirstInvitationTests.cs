using CustomerRadar.StoreTests.Admin;
using CustomerRadar.StoreTests.Running;
using CustomerRadar.StoreTests.Shop;

namespace CustomerRadar.StoreTests.Scenarios;

/// <summary>A merchant's first hour: upload, install, configure, and the first order that is paid.</summary>
public sealed class FirstInvitationTests : StoreTest
{
    [OneTimeSetUp]
    public Task PrepareAsync() => StoreRun.InstalledAsync();

    [Test]
    public async Task OrderPaid_PluginConfigured_OneInvitationIsAccepted()
    {
        await Admin.Configuration.OpenAsync();
        await Admin.Configuration.FillAsync(PluginConfiguration.For(Store.Sandbox.Address));
        Assert.That(await Admin.Configuration.TestConnectionAsync(), Is.EqualTo("Customer Radar accepted the log-in."));
        Assert.That(await Admin.Configuration.SaveAsync(), Is.Empty);
        await Admin.Products.StockAsync(Product.Parcel);
        Store.Sandbox.ClearInvitations();
        var buyer = new Buyer();

        var visit = await Store.VisitAsync();
        await visit.AddToCartAsync(Product.Parcel);
        var order = await visit.CheckOutAsync(buyer);
        await (await Admin.OpenAsync(order)).MarkAsPaidAsync();

        using var patience = new CancellationTokenSource(Wait.Invitation);
        var accepted = (await Store.Sandbox.WaitForInvitationsAsync(1, patience.Token)).Single();
        Assert.Multiple(() =>
        {
            Assert.That(accepted.Email, Is.EqualTo(buyer.Email));
            Assert.That(accepted.FirstName, Is.EqualTo(buyer.FirstName));
            Assert.That(accepted.MetadataValue("invoice_no"), Is.EqualTo(order.Custom));
        });
    }
}
