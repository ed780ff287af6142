using CustomerRadar.StoreTests.Admin;
using CustomerRadar.StoreTests.Shop;

namespace CustomerRadar.StoreTests.Scenarios;

/// <summary>All rules out of the store as a file, and in again.</summary>
public sealed class RuleFileTests : StoreTest
{
    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        await StoreRun.InstalledAsync();
        await Admin.Products.StockAsync(Product.Service);
        await Admin.Configuration.OpenAsync();
        await Admin.Configuration.FillAsync(PluginConfiguration.For(Store.Sandbox.Address));
        Assert.That(await Admin.Configuration.SaveAsync(), Is.Empty);
    }

    [SetUp]
    public Task OpenAsync() => Admin.Configuration.OpenAsync();

    [OneTimeTearDown]
    public async Task SwitchOffAsync()
    {
        await Admin.Configuration.OpenAsync();
        await Admin.Configuration.Rules.ImportAsync(RuleFile.Of());
    }

    [Test]
    public async Task Import_WhatWasExported_HasNothingToDo()
    {
        var (name, text) = await Admin.Configuration.Rules.ExportAsync();
        await Admin.Configuration.Rules.CheckFileAsync(name, text);

        Assert.That(name, Does.StartWith("customer-radar-rules-20").And.EndsWith(".json"));
        Assert.That(await Admin.Configuration.Rules.FaultsAsync(), Is.Empty);
        Assert.That((await Admin.Configuration.Rules.ChangesAsync()).Values, Is.Not.Empty.And.All.EqualTo("Unchanged"));
    }

    [Test]
    public async Task Import_ThreeMistakes_NamesThemWithTheirLinesAndKeepsTheText()
    {
        const string Text = """
            {
              "rules": [
                {
                  "key": "wrong", "name": "Wrong", "trigger": "OrderPaid", "store": "999999",
                  "programmeDisplayId": "p", "defaultLocation": { "locationDisplayId": "l" },
                  "foreignNumber": true,
                  "metadata": [
                    { "key": "invoice_no", "value": "%Order.OrderNumbr%" }
                  ]
                }
              ]
            }
            """;
        var before = (await Admin.Configuration.Rules.ExportAsync()).Text;
        await Admin.Configuration.Rules.CheckAsync(Text);
        var faults = await Admin.Configuration.Rules.FaultsAsync();
        var shown = await Admin.Configuration.Rules.TextAsync();

        Assert.Multiple(() =>
        {
            Assert.That(faults, Has.Count.EqualTo(3));
            Assert.That(faults, Has.Some.StartsWith("4|rules[0].store|\"999999\" is no store of this shop."));
            Assert.That(faults, Has.Some.EqualTo("6|rules[0].foreignNumber|is not known here. Did you mean foreignNumbers?"));
            Assert.That(faults, Has.Some.EqualTo("8|rules[0].metadata[0].value|%Order.OrderNumbr% is not known here. Did you mean %Order.OrderNumber%?"));
            Assert.That(shown.ReplaceLineEndings(), Is.EqualTo(Text.ReplaceLineEndings()));
        });
        Assert.That((await Admin.Configuration.Rules.ExportAsync()).Text, Is.EqualTo(before));
    }

    [Test]
    public async Task Import_ChangedRule_IsFollowedByTheNextOrder()
    {
        var file = RuleFile.Of("""{"metadata": [{"key": "invoice_no", "value": "%Order.OrderNumber%"}, {"key": "channel", "value": "imported"}], "inAddition": true}""");
        await Admin.Configuration.Rules.CheckAsync(file);
        var changes = await Admin.Configuration.Rules.ChangesAsync();
        await Admin.Configuration.Rules.ImportAsync(file);

        var order = await new OrderDesk(Store, Admin).AsGuestAsync(Product.Service, new Buyer());
        await (await Admin.OpenAsync(order)).MarkAsPaidAsync();
        await Admin.Invitations.AllEndedAsync(order, count: 2);

        var received = Store.Sandbox.Invitations.Where(invitation => invitation.MetadataValue("invoice_no") == order.Custom).Select(invitation => invitation.MetadataValue("channel"));
        Assert.Multiple(() =>
        {
            Assert.That(changes["order-paid"], Is.EqualTo("Kept"));
            Assert.That(changes["store-test-1"], Is.AnyOf("New", "Changed"));
            Assert.That(received, Is.EquivalentTo(new[] { null, "imported" }));
        });
    }
}
