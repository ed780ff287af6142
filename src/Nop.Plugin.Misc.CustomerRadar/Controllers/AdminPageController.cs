using Microsoft.AspNetCore.Mvc;
using Nop.Services.Localization;
using Nop.Web.Framework;
using Nop.Web.Framework.Controllers;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.CustomerRadar.Controllers;

/// <summary>What all pages of the plugin share. Every action says for itself which permission it needs: the store reads that from actions only.</summary>
[Area(AreaNames.ADMIN)]
[AuthorizeAdmin]
[AutoValidateAntiforgeryToken]
public abstract class AdminPageController(ILocalizationService localization) : BasePluginController
{
    /// <summary>A text of the plugin, in the admin's language.</summary>
    protected Task<string> TextAsync(string key) => localization.GetResourceAsync(CustomerRadarDefaults.LocalePrefix + key);
}
