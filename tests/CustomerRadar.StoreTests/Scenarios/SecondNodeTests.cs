using CustomerRadar.Sandbox.Faults;
using CustomerRadar.StoreTests.Admin;
using CustomerRadar.StoreTests.Running;
using CustomerRadar.StoreTests.Shop;

namespace CustomerRadar.StoreTests.Scenarios;

/// <summary>Two nodes on one database: both send, and when one of them is killed the other one finishes.</summary>
[NeedsStore(SecondNode.Variable, StoreDatabase.Variable)]
public sealed class SecondNodeTests : StoreTest
{
    // Each order's job goes to whichever node is first, so some are needed until both have one at the same time.
    private const int MostOrders = 30;

    // So that both nodes are seen while they wait for an answer, and one is killed meanwhile.
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(25);

    // The lease of what the killed node had in flight ends first.
    private static readonly TimeSpan Finished = TimeSpan.FromMinutes(5);

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
    public void AnswerAtOnce() => Store.Sandbox.SetFault(Fault.None);

    [Test]
    public async Task SecondNode_KilledWhileBothSend_TheFirstFinishesAndNothingIsSentTwice()
    {
        await using var database = new StoreDatabase();
        Store.Sandbox.SetFault(Fault.Delay(Answer));
        await using var second = await SecondNode.StartAsync(Store.Folder);
        var orders = new List<OrderNumber>();
        IReadOnlyList<string> senders;
        do
        {
            orders.AddRange(await Task.WhenAll(OrderAsync(), OrderAsync(), OrderAsync()));
            senders = await database.SendersAsync();
        }
        while (!(senders.Contains(second.Name) && senders.Any(sender => sender != second.Name)) && orders.Count < MostOrders);
        await second.KillAsync();
        Assert.That(senders, Has.Some.EqualTo(second.Name).And.Some.Not.EqualTo(second.Name), "both nodes are sending");

        var rows = new List<Invitation>();
        foreach (var order in orders)
            rows.Add(await Admin.Invitations.SettledAsync(order, "Accepted", Finished));
        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(row => row.State), Has.Some.EqualTo("Unconfirmed").And.All.AnyOf("Accepted", "Unconfirmed"));
            Assert.That(orders.Select(order => Store.Sandbox.Invitations.Count(invitation => invitation.MetadataValue("invoice_no") == order.Custom)), Is.All.EqualTo(1));
        });
    }

    // Free, so that it is paid within the checkout.
    private async Task<OrderNumber> OrderAsync()
    {
        var visit = await Store.VisitAsync();
        await visit.AddToCartAsync(Product.Gift);
        return await visit.CheckOutAsync(new Buyer());
    }
}
