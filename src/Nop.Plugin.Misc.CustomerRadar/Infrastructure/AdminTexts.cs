using Nop.Core.Domain.Localization;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure;

/// <summary>Texts for those who run the shop, where nobody is there whose language could be asked for: in the admin's default language.</summary>
public sealed class AdminTexts(ILocalizationService localization, LocalizationSettings settings)
{
    /// <summary>A text by its key behind <see cref="CustomerRadarDefaults.LocalePrefix"/>; English where that language has none.</summary>
    public Task<string> TextAsync(string key)
    {
        var name = CustomerRadarDefaults.LocalePrefix + key;
        return localization.GetResourceAsync(name, settings.DefaultAdminLanguageId, logIfNotFound: false, defaultValue: PluginTexts.English[name]);
    }
}
