using CustomerRadar.Sandbox;
using CustomerRadar.Sandbox.Clients;
using CustomerRadar.StoreTests.Admin;
using CustomerRadar.StoreTests.Running;
using CustomerRadar.StoreTests.Shop;

namespace CustomerRadar.StoreTests.Scenarios;

/// <summary>Two stores of one shop, each with its own client at Customer Radar.</summary>
[NeedsStore(SecondAddress)]
public sealed class TwoStoresTests : StoreTest
{
    private const string SecondAddress = "NOPCOMMERCE_SECOND_URL";

    private Uri _address = null!;
    private SandboxApp _sandbox = null!;
    private int _store;

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        _address = new Uri(Environment.GetEnvironmentVariable(SecondAddress)!);
        _sandbox = await SandboxApp.StartAsync(new SandboxOptions
        {
            Username = "second",
            Password = "second12345",
            Directory = new ClientDirectory
            {
                Clients =
                [
                    new Client
                    {
                        ClientDisplayId = "second-client",
                        Programmes = [new Programme { ProgrammeDisplayId = "second-programme" }],
                        Locations = [new Location { LocationDisplayId = "second-location" }],
                    },
                    new Client
                    {
                        ClientDisplayId = First.ClientDisplayId!,
                        Programmes = [new Programme { ProgrammeDisplayId = First.Programme! }],
                        Locations = [new Location { LocationDisplayId = First.Location! }],
                    },
                ],
            },
        });
        await StoreRun.InstalledAsync();
        await Admin.Products.StockAsync(Product.Service);
        _store = await Admin.Stores.AddAsync("Customer Radar test, second store", _address);
        await Admin.Configuration.OpenForAsync(0);
        await SaveAsync(First);
    }

    [OneTimeTearDown]
    public async Task CleanAsync()
    {
        if (_store > 0)
        {
            await WriteRuleAsync(own: false);
            await Admin.Stores.DeleteAsync(_store);
        }

        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task OrderPaid_InEachStore_GoesOutUnderItsOwnConnectionAndRule(bool ownRule)
    {
        await WriteRuleAsync(ownRule);
        await Admin.Configuration.OpenForAsync(_store);
        await Admin.Configuration.TakeOwnConnectionAsync();
        // The ids of the rule for all stores are those of its client: it serves no store of another one.
        var client = ownRule ? "second-client" : First.ClientDisplayId;
        await SaveAsync(Second with { ClientDisplayId = client });

        var first = await PaidAsync(null);
        var second = await PaidAsync(_address);

        var (rowOfFirst, rowOfSecond) = (await Admin.Invitations.SettledAsync(first, "Accepted"), await Admin.Invitations.SettledAsync(second, "Accepted"));
        var (atFirst, atSecond) = (Received(Store.Sandbox, first, second), Received(_sandbox, first, second));
        Assert.Multiple(() =>
        {
            Assert.That((rowOfFirst.State, rowOfSecond.State), Is.EqualTo(("Accepted", "Accepted")));
            Assert.That(rowOfSecond.Rule == rowOfFirst.Rule, Is.EqualTo(!ownRule));
            Assert.That(atFirst, Is.EqualTo(new[] { (first.Custom, First.ClientDisplayId, First.Programme, First.Location) }));
            Assert.That(atSecond, Is.EqualTo(new[]
            {
                (second.Custom, client, ownRule ? "second-programme" : First.Programme, ownRule ? "second-location" : First.Location),
            }));
        });
    }

    private PluginConfiguration First => PluginConfiguration.For(Store.Sandbox.Address);

    // What is not named is shared.
    private PluginConfiguration Second => new()
    {
        ApiAddress = _sandbox.Address.ToString(),
        Username = "second",
        Password = "second12345",
        HomeCountry = "NZ",
    };

    private async Task WriteRuleAsync(bool own)
    {
        await Admin.Configuration.OpenForAsync(0);
        await Admin.Configuration.Rules.ImportAsync(own
            ? RuleFile.Of($$"""{"store": "{{_store}}", "programmeDisplayId": "second-programme", "defaultLocation": {"locationDisplayId": "second-location"} }""")
            : RuleFile.Of());
    }

    private async Task SaveAsync(PluginConfiguration configuration)
    {
        await Admin.Configuration.FillAsync(configuration);
        Assert.That(await Admin.Configuration.SaveAsync(), Is.Empty);
    }

    private async Task<OrderNumber> PaidAsync(Uri? store)
    {
        var visit = await Store.VisitAsync(store);
        await visit.AddToCartAsync(Product.Service);
        var order = await visit.CheckOutAsync(new Buyer());
        await (await Admin.OpenAsync(order)).MarkAsPaidAsync();
        return order;
    }

    private static IEnumerable<(string? Order, string? Client, string? Programme, string? Location)> Received(SandboxApp sandbox, params OrderNumber[] orders) =>
        sandbox.Invitations
            .Where(invitation => orders.Any(order => invitation.MetadataValue("invoice_no") == order.Custom))
            .Select(invitation => (invitation.MetadataValue("invoice_no"), (string?)invitation.ClientDisplayId, (string?)invitation.ProgrammeDisplayId, (string?)invitation.LocationDisplayId));
}
