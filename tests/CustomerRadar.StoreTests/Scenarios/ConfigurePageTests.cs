using CustomerRadar.StoreTests.Admin;

namespace CustomerRadar.StoreTests.Scenarios;

/// <summary>The plugin's page under the hands of a merchant who mistypes.</summary>
public sealed class ConfigurePageTests : StoreTest
{
    [OneTimeSetUp]
    public Task PrepareAsync() => StoreRun.InstalledAsync();

    [SetUp]
    public async Task SaveAGoodPageAsync()
    {
        await Admin.Configuration.OpenAsync();
        await Admin.Configuration.FillAsync(PluginConfiguration.For(Store.Sandbox.Address));
        Assert.That(await Admin.Configuration.SaveAsync(), Is.Empty);
    }

    [Test]
    public async Task Save_OneMistake_NamesItKeepsEverythingTypedAndSavesNothing()
    {
        await Admin.Configuration.OpenAsync();
        var before = await Admin.Configuration.ReadAsync();
        var typed = PluginConfiguration.For(Store.Sandbox.Address) with
        {
            Username = "somebody else",
            Password = "another password",
            HomeCountry = "AU",
            DryRun = true,
            RuleEnabled = false,
            DelayDays = "3",
            DelayHours = "4",
            Contact = "Mobile",
            ForeignNumbers = true,
            Location = "elsewhere",
            Metadata = "invoice_no = %Order.OrderNumber%\nshop = %Order.Nonsense%",
            KeepInvitedOnUninstall = true,
        };

        await Admin.Configuration.FillAsync(typed);
        var complaints = await Admin.Configuration.SaveAsync();
        var shown = await Admin.Configuration.ReadAsync();
        await Admin.Configuration.OpenAsync();
        var after = await Admin.Configuration.ReadAsync();

        Assert.Multiple(() =>
        {
            Assert.That(complaints, Has.Some.Contains("Line 2").And.Some.Contains("%Order.Nonsense%"));
            // A password is never sent back to a browser.
            Assert.That(shown, Is.EqualTo(typed with { Password = "" }));
            Assert.That(after, Is.EqualTo(before));
        });
    }

    [Test]
    public async Task Save_WithoutPassword_KeepsTheOneThatIsSet()
    {
        await Admin.Configuration.OpenAsync();
        await Admin.Configuration.FillAsync(new PluginConfiguration { DelayHours = "2" });
        Assert.That(await Admin.Configuration.SaveAsync(), Is.Empty);
        await Admin.Configuration.OpenAsync();

        Assert.That(await Admin.Configuration.TestConnectionAsync(), Is.EqualTo("Customer Radar accepted the log-in."));
    }

    [Test]
    public async Task TestConnection_WrongPassword_SaysSoAndSavesNothing()
    {
        await Admin.Configuration.OpenAsync();
        await Admin.Configuration.FillAsync(new PluginConfiguration { Password = "wrong" });
        Assert.That(await Admin.Configuration.TestConnectionAsync(), Does.Contain("Wrong password"));

        await Admin.Configuration.OpenAsync();
        Assert.That(await Admin.Configuration.TestConnectionAsync(), Is.EqualTo("Customer Radar accepted the log-in."));
    }
}
