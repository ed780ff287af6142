using Nop.Core;
using Nop.Core.Domain.Localization;
using Nop.Services.Localization;
using Nop.Services.Plugins;

namespace Nop.Plugin.Misc.CustomerRadar.Orders;

/// <summary>Names in the order's language, by services that ask nobody for a current customer or language.</summary>
public sealed class StoreTexts(ILocalizedEntityService entities, ILocalizationService resources, IPluginService plugins)
{
    /// <summary>A property of an entity, translated; the untranslated text where there is no translation.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="property">The property's name.</param>
    /// <param name="untranslated">The property's value.</param>
    /// <param name="languageId">The language; 0 for none.</param>
    public async Task<string?> TranslatedAsync<T>(T entity, string property, string? untranslated, int languageId)
        where T : BaseEntity, ILocalizedEntity
    {
        var translated = languageId > 0 ? await entities.GetLocalizedValueAsync(languageId, entity.Id, typeof(T).Name, property) : null;
        return string.IsNullOrEmpty(translated) ? untranslated : translated;
    }

    /// <summary>The name of a payment method as the store's own messages have it; its system name when the plugin is gone.</summary>
    public async Task<string?> PaymentMethodAsync(string? systemName, int languageId)
    {
        if (string.IsNullOrEmpty(systemName))
            return null;
        var translated = languageId > 0
            ? await resources.GetResourceAsync($"Plugins.FriendlyName.{systemName}", languageId, logIfNotFound: false, defaultValue: "", returnEmptyIfNotFound: true)
            : null;
        if (!string.IsNullOrEmpty(translated))
            return translated;
        return (await plugins.GetPluginDescriptorBySystemNameAsync<IPlugin>(systemName, LoadPluginsMode.All))?.FriendlyName ?? systemName;
    }
}
