using Nop.Core;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Services.Configuration;

namespace Nop.Plugin.Misc.CustomerRadar.Controllers;

/// <summary>The settings of the scope that the admin has chosen: all stores, or one with what it overrides.</summary>
public sealed class ScopedSettings(ISettingService settings, IStoreContext stores)
{
    /// <summary>All stores.</summary>
    public const int AllStores = 0;

    /// <summary>The chosen store; 0 for all stores.</summary>
    public Task<int> ScopeAsync() => stores.GetActiveStoreScopeConfigurationAsync();

    /// <summary>What a scope uses: its own values, else those of all stores.</summary>
    public Task<CustomerRadarSettings> ReadAsync(int scope) => settings.LoadSettingAsync<CustomerRadarSettings>(scope);

    /// <summary>True when the scope has a password of its own.</summary>
    public async Task<bool> HasPasswordAsync(int scope) => scope == AllStores
        ? (await ReadAsync(scope)).ProtectedPassword.Length > 0
        : await settings.SettingExistsAsync(new CustomerRadarSettings(), x => x.ProtectedPassword, scope) && (await ReadAsync(scope)).ProtectedPassword.Length > 0;

    /// <summary>Ticks what a store has of its own.</summary>
    public async Task ShowOverridesAsync(ConfigurationModel model)
    {
        var scope = model.ActiveStoreScopeConfiguration;
        if (scope == AllStores)
            return;
        var own = new CustomerRadarSettings();
        model.ApiAddress_OverrideForStore = await settings.SettingExistsAsync(own, x => x.ApiAddress, scope);
        model.Username_OverrideForStore = await settings.SettingExistsAsync(own, x => x.Username, scope);
        model.Password_OverrideForStore = await settings.SettingExistsAsync(own, x => x.ProtectedPassword, scope);
        model.ClientDisplayId_OverrideForStore = await settings.SettingExistsAsync(own, x => x.ClientDisplayId, scope);
        model.HomeCountry_OverrideForStore = await settings.SettingExistsAsync(own, x => x.HomeCountry, scope);
        model.TimeZoneId_OverrideForStore = await settings.SettingExistsAsync(own, x => x.TimeZoneId, scope);
        model.DryRun_OverrideForStore = await settings.SettingExistsAsync(own, x => x.DryRun, scope);
        model.OrderNotes_OverrideForStore = await settings.SettingExistsAsync(own, x => x.OrderNotes, scope);
    }

    /// <summary>Saves the scope: in a store's, only what is ticked, and what is not is the same as for all stores again.</summary>
    public async Task SaveAsync(ConfigurationModel model, CustomerRadarSettings own)
    {
        var scope = model.ActiveStoreScopeConfiguration;
        await settings.SaveSettingOverridablePerStoreAsync(own, x => x.ApiAddress, model.ApiAddress_OverrideForStore, scope, clearCache: false);
        await settings.SaveSettingOverridablePerStoreAsync(own, x => x.Username, model.Username_OverrideForStore, scope, clearCache: false);
        await settings.SaveSettingOverridablePerStoreAsync(own, x => x.ProtectedPassword, model.Password_OverrideForStore, scope, clearCache: false);
        await settings.SaveSettingOverridablePerStoreAsync(own, x => x.ClientDisplayId, model.ClientDisplayId_OverrideForStore, scope, clearCache: false);
        await settings.SaveSettingOverridablePerStoreAsync(own, x => x.HomeCountry, model.HomeCountry_OverrideForStore, scope, clearCache: false);
        await settings.SaveSettingOverridablePerStoreAsync(own, x => x.TimeZoneId, model.TimeZoneId_OverrideForStore, scope, clearCache: false);
        await settings.SaveSettingOverridablePerStoreAsync(own, x => x.DryRun, model.DryRun_OverrideForStore, scope, clearCache: false);
        await settings.SaveSettingOverridablePerStoreAsync(own, x => x.OrderNotes, model.OrderNotes_OverrideForStore, scope, clearCache: false);
        if (scope == AllStores)
            await SaveInstallationAsync(own);
        await settings.ClearCacheAsync();
    }

    // What happens to the whole installation is not a store's to say.
    private async Task SaveInstallationAsync(CustomerRadarSettings own)
    {
        await settings.SaveSettingAsync(own, x => x.KeepInvitedOnUninstall, AllStores, clearCache: false);
        await settings.SaveSettingAsync(own, x => x.AlertMails, AllStores, clearCache: false);
        await settings.SaveSettingAsync(own, x => x.AlertMailsTo, AllStores, clearCache: false);
    }
}
