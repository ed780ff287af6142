using CustomerRadar.Core.Invitations;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Plugin.Misc.CustomerRadar.Infrastructure;
using Nop.Services.Common;
using Nop.Services.Configuration;
using Nop.Services.Localization;
using Nop.Services.Plugins;
using Nop.Services.Security;

namespace Nop.Plugin.Misc.CustomerRadar;

/// <summary>Installs and uninstalls the plugin.</summary>
public sealed class CustomerRadarPlugin(
    ISettingService settings,
    ILocalizationService localization,
    IPermissionService permissions,
    IWebHelper web,
    PluginGate gate,
    TextUpdate texts,
    IServiceProvider services) : BasePlugin, IMiscPlugin
{
    // Longer than the total time-out of a request: an answer that is still to come must not meet dropped tables.
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(35);

    /// <inheritdoc/>
    public override string GetConfigurationPageUrl() => $"{web.GetStoreLocation()}{CustomerRadarDefaults.ConfigurePath}";

    /// <summary>Writes tables, texts and default settings. The store tries again at its next start when it fails, so doing it twice is harmless.</summary>
    public override async Task InstallAsync()
    {
        await services.GetRequiredService<ISchema>().EnsureAsync(CancellationToken.None);
        await localization.AddOrUpdateLocaleResourceAsync(PluginTexts.English);
        if (!await settings.SettingExistsAsync(new CustomerRadarSettings(), x => x.ApiAddress))
            await settings.SaveSettingAsync(new CustomerRadarSettings { ApiAddress = global::CustomerRadar.Core.Api.BaseAddress.Default.ToString() });
        await base.InstallAsync();
    }

    /// <summary>Adds the texts of the new version; the tables are brought up to date at every start.</summary>
    public override async Task UpdateAsync(string currentVersion, string targetVersion)
    {
        await texts.RunAsync();
        await base.UpdateAsync(currentVersion, targetVersion);
    }

    /// <summary>
    /// Runs in the live process, before the store's restart: first nothing of ours may work any more, then what is ours goes. What the
    /// configuration page promises to keep stays: the list of who was invited, with what still waited cancelled.
    /// </summary>
    public override async Task UninstallAsync()
    {
        var keep = (await settings.LoadSettingAsync<CustomerRadarSettings>()).KeepInvitedOnUninstall;
        gate.CloseForGood();
        var jobs = services.GetRequiredService<IJobServer>();
        await jobs.StopAsync(StopPatience, CancellationToken.None);
        await jobs.DropStorageAsync(CancellationToken.None);
        if (keep)
            await services.GetRequiredService<PluginData>().KeepOnlyInvitedAsync();
        else
            await services.GetRequiredService<ISchema>().DropAsync(CancellationToken.None);

        await settings.DeleteSettingAsync<CustomerRadarSettings>();
        await localization.DeleteLocaleResourcesAsync(CustomerRadarDefaults.LocalePrefix);
        await localization.DeleteLocaleResourceAsync(PluginTexts.PermissionKey);
        await permissions.DeletePermissionAsync(CustomerRadarDefaults.ConfigurePermission);
        await base.UninstallAsync();
    }
}
