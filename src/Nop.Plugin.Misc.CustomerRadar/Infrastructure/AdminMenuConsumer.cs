using Nop.Services.Events;
using Nop.Services.Localization;
using Nop.Services.Plugins;
using Nop.Web.Framework.Events;
using Nop.Web.Framework.Menu;

namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure;

/// <summary>
/// Puts the plugin into the admin's menu, under Promotions. The store shows it to those who may configure the plugin, also while the plugin cannot
/// work: that is when it is looked for.
/// </summary>
public sealed class AdminMenuConsumer(IPluginService plugins, ILocalizationService localization) : IConsumer<AdminMenuCreatedEvent>
{
    private const string LastOfPromotions = "Campaigns";

    /// <inheritdoc/>
    public async Task HandleEventAsync(AdminMenuCreatedEvent eventMessage)
    {
        // The store loads a plugin's code before it is installed.
        if (await plugins.GetPluginDescriptorBySystemNameAsync<IPlugin>(CustomerRadarDefaults.SystemName) is null)
            return;

        eventMessage.RootMenuItem.InsertAfter(LastOfPromotions, new AdminMenuItem
        {
            SystemName = CustomerRadarDefaults.SystemName,
            Title = await localization.GetResourceAsync(CustomerRadarDefaults.LocalePrefix + "Menu"),
            Url = eventMessage.GetMenuItemUrl("CustomerRadar", "Configure"),
            IconClass = "far fa-dot-circle",
            Visible = true,
            PermissionNames = [CustomerRadarDefaults.ConfigurePermission],
        });
    }
}
