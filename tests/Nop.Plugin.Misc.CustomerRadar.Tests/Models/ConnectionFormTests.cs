using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Secrets;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Models;

public sealed class ConnectionFormTests
{
    private const string Key = "273ece6f97dd844d";

    private static ConfigurationModel Good(int store = 0) => new()
    {
        ActiveStoreScopeConfiguration = store,
        ApiAddress = "https://api.feedback.fyi",
        Username = "testing",
        Password = "testing12345",
        ClientDisplayId = "8291a9ed952342c5b5fe2915f2189e7c",
    };

    private static CustomerRadarSettings Shared() => new()
    {
        ApiAddress = "https://api.feedback.fyi",
        Username = "shared",
        ProtectedPassword = PasswordVault.Protect("shared password", Key),
        ClientDisplayId = "shared-client",
        HomeCountry = "NZ",
        TimeZoneId = "Pacific/Auckland",
    };

    [Test]
    public void Faults_GoodPage_HasNone() => Assert.That(ConnectionForm.Faults(Good()), Is.Empty);

    [TestCase(nameof(ConfigurationModel.ApiAddress), "http://api.feedback.fyi")]
    [TestCase(nameof(ConfigurationModel.Username), " ")]
    [TestCase(nameof(ConfigurationModel.Password), "")]
    [TestCase(nameof(ConfigurationModel.ClientDisplayId), "a b")]
    public void Faults_BadField_NamesIt(string field, string value)
    {
        var model = Good();
        typeof(ConfigurationModel).GetProperty(field)!.SetValue(model, value);

        Assert.That(ConnectionForm.Faults(model).Select(fault => fault.Field), Is.EqualTo(new[] { field }));
    }

    [Test]
    public void Faults_BlankPasswordWhileOneIsSet_IsNone() =>
        Assert.That(ConnectionForm.Faults(Good() with { Password = "", PasswordIsSet = true }), Is.Empty);

    [TestCase(true, false)]
    [TestCase(false, true)]
    public void Faults_OwnAddressOrUserNameWithThePasswordOfAllStores_AsksForItsOwn(bool address, bool username)
    {
        var model = Good(store: 2) with { Password = null, PasswordIsSet = true, ApiAddress_OverrideForStore = address, Username_OverrideForStore = username };
        Assert.That(ConnectionForm.Faults(model).Select(fault => fault.Field), Is.EqualTo(new[] { nameof(model.Password) }));
    }

    [Test]
    public void FillShared_Store_TakesWhatIsNotItsOwnFromAllStores()
    {
        var model = new ConfigurationModel
        {
            ActiveStoreScopeConfiguration = 2, Username = "own", Username_OverrideForStore = true, Password = "typed but not ticked", ApiAddress = null, DryRun = true,
        };
        ConnectionForm.FillShared(Shared(), model);

        Assert.That(
            (model.ApiAddress, model.Username, model.Password, model.ClientDisplayId, model.HomeCountry, model.TimeZoneId, model.DryRun),
            Is.EqualTo(("https://api.feedback.fyi", "own", (string?)null, "shared-client", "NZ", "Pacific/Auckland", false)));
    }

    [Test]
    public void FillShared_AllStores_LeavesWhatWasTyped()
    {
        var model = new ConfigurationModel { Username = "" };
        ConnectionForm.FillShared(Shared(), model);
        Assert.That(model.Username, Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Apply_DryRun_IsKeptAndShownAgain(bool dryRun)
    {
        var own = new CustomerRadarSettings { DryRun = !dryRun };
        ConnectionForm.Apply(Good() with { DryRun = dryRun }, own, Shared(), Key);
        var shown = new ConfigurationModel();
        ConnectionForm.Show(own, shown);
        Assert.That((own.DryRun, shown.DryRun), Is.EqualTo((dryRun, dryRun)));
    }

    [TestCase(true, "typed", "typed")]
    [TestCase(true, "", "own password")]
    [TestCase(false, null, "shared password")]
    public void Apply_Store_HasItsOwnPasswordOnlyWhileItIsTicked(bool ticked, string? typed, string password)
    {
        var own = new CustomerRadarSettings { ProtectedPassword = PasswordVault.Protect("own password", Key) };
        ConnectionForm.Apply(Good(store: 2) with { Password = typed, Password_OverrideForStore = ticked }, own, Shared(), Key);
        Assert.That(PasswordVault.TryReveal(own.ProtectedPassword, Key), Is.EqualTo(password));
    }

    [TestCase("", "shared password")]
    [TestCase("typed", "typed")]
    public void Apply_AllStores_KeepsThePasswordWhenBlank(string typed, string password)
    {
        var own = Shared();
        ConnectionForm.Apply(Good() with { Password = typed }, own, Shared(), Key);
        Assert.That(PasswordVault.TryReveal(own.ProtectedPassword, Key), Is.EqualTo(password));
    }
}
