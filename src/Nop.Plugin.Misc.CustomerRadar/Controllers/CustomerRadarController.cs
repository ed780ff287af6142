using CustomerRadar.Core.Rules;
using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Services.Localization;
using Nop.Services.Messages;
using Nop.Web.Framework;
using Nop.Web.Framework.Controllers;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.CustomerRadar.Controllers;

/// <summary>The configuration page.</summary>
[Area(AreaNames.ADMIN)]
[AuthorizeAdmin]
[AutoValidateAntiforgeryToken]
public sealed class CustomerRadarController(
    ILocalizationService localization,
    INotificationService notifications,
    ConfigurationPage page,
    TokenCatalogue tokens,
    TimeProvider time) : BasePluginController
{
    private const string PagePath = "~/Plugins/Misc.CustomerRadar/Views/Configure.cshtml";

    /// <summary>Shows the page.</summary>
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public async Task<IActionResult> Configure(CancellationToken cancellationToken) =>
        View(PagePath, await page.ReadAsync(cancellationToken));

    /// <summary>Saves all of it, or nothing: with a fault anywhere the page comes back with everything as it was typed.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public async Task<IActionResult> Configure(ConfigurationModel model, CancellationToken cancellationToken)
    {
        if (!await page.IsOfScopeAsync(model))
        {
            await page.CompleteAsync(model, cancellationToken);
            notifications.ErrorNotification(await TextAsync("OtherScope"));
            return View(PagePath, model);
        }

        await page.CompleteAsync(model, cancellationToken);
        var before = await page.FindRuleAsync(cancellationToken);
        SendRule? rule = null;
        IReadOnlyList<(string Field, string Fault)> faults = [];
        if (model.ActiveStoreScopeConfiguration == ScopedSettings.AllStores)
            ConfigurationForm.TryReadRule(model, before, time.GetUtcNow(), tokens.Contains, out rule, out faults);
        foreach (var (field, fault) in ConnectionForm.Faults(model).Concat(faults))
            ModelState.AddModelError(field, fault);

        if (!ModelState.IsValid)
        {
            notifications.ErrorNotification(await TextAsync("NotSaved"));
            return View(PagePath, model);
        }

        await page.SaveAsync(model, rule, cancellationToken);
        notifications.SuccessNotification(await TextAsync("Saved"));
        return RedirectToAction(nameof(Configure));
    }

    /// <summary>Logs in with what stands on the page, saved or not.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public async Task<IActionResult> TestConnection(ConfigurationModel model, CancellationToken cancellationToken)
    {
        var (success, message) = await page.TestAsync(model, cancellationToken);
        return Json(new { success, message });
    }

    private Task<string> TextAsync(string key) => localization.GetResourceAsync(CustomerRadarDefaults.LocalePrefix + key);
}
