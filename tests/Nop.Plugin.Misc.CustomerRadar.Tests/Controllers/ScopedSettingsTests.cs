using Moq;
using Nop.Core;
using Nop.Plugin.Misc.CustomerRadar.Controllers;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Tests.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Controllers;

public sealed class ScopedSettingsTests
{
    private FakeSettings _settings = new();

    private ScopedSettings Scoped => new(_settings, Mock.Of<IStoreContext>());

    [SetUp]
    public void SetUp()
    {
        _settings = new FakeSettings();
        _settings.With(new CustomerRadarSettings { Username = "shared", ProtectedPassword = "shared", KeepInvitedOnUninstall = true }, store: 0);
    }

    [Test]
    public async Task SaveAsync_Store_WritesOnlyWhatIsTicked()
    {
        var own = new CustomerRadarSettings { Username = "own", ProtectedPassword = "own", ClientDisplayId = "typed", DryRun = true, KeepInvitedOnUninstall = false };
        await Scoped.SaveAsync(new() { ActiveStoreScopeConfiguration = 2, Username_OverrideForStore = true, Password_OverrideForStore = true, DryRun_OverrideForStore = true }, own);

        Assert.That(_settings.Rows.Where(row => row.Key.Store == 2).Select(row => (row.Key.Name, row.Value)), Is.EquivalentTo(new (string, object?)[]
        {
            ("Username", "own"), ("ProtectedPassword", "own"), ("DryRun", true),
        }));
        Assert.That((_settings.Rows[(0, "Username")], _settings.Rows[(0, "ProtectedPassword")], _settings.Cleared), Is.EqualTo(("shared", "shared", 1)));
    }

    [Test]
    public async Task SaveAsync_StoreUnticks_ForgetsItsOwnPassword()
    {
        _settings.With(new CustomerRadarSettings { ProtectedPassword = "own" }, store: 2, "ProtectedPassword");
        await Scoped.SaveAsync(new() { ActiveStoreScopeConfiguration = 2 }, await Scoped.ReadAsync(2));
        Assert.That(_settings.Rows.Keys.Where(row => row.Store == 2), Is.Empty);
    }

    [Test]
    public async Task SaveAsync_AllStores_LeavesWhatIsAStoresOwn()
    {
        _settings.With(new CustomerRadarSettings { Username = "own" }, store: 2, "Username");
        await Scoped.SaveAsync(new(), new CustomerRadarSettings { Username = "changed", KeepInvitedOnUninstall = false });
        Assert.That(
            (_settings.Rows[(2, "Username")], _settings.Rows[(0, "Username")], _settings.Rows[(0, "KeepInvitedOnUninstall")]),
            Is.EqualTo(("own", "changed", false)));
    }

    [Test]
    public async Task ShowOverridesAsync_Store_TicksWhatItHas()
    {
        _settings.With(new CustomerRadarSettings(), store: 2, "HomeCountry", "ProtectedPassword", "DryRun");
        var model = new ConfigurationModel { ActiveStoreScopeConfiguration = 2 };
        await Scoped.ShowOverridesAsync(model);

        Assert.That(
            (model.HomeCountry_OverrideForStore, model.Password_OverrideForStore, model.DryRun_OverrideForStore, model.Username_OverrideForStore, model.ApiAddress_OverrideForStore),
            Is.EqualTo((true, true, true, false, false)));
    }

    [TestCase(0, true)]
    [TestCase(2, false)]
    public async Task HasPasswordAsync_OnlyAllStoresHaveOne_IsOnlyTheirs(int scope, bool expected) =>
        Assert.That(await Scoped.HasPasswordAsync(scope), Is.EqualTo(expected));
}
