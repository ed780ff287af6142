using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Services.Localization;
using Nop.Services.Messages;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.CustomerRadar.Controllers;

/// <summary>The configuration page.</summary>
public sealed class CustomerRadarController(
    ILocalizationService localization,
    INotificationService notifications,
    ConfigurationPage page) : AdminPageController(localization)
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
        await page.CompleteAsync(model, cancellationToken);
        if (!model.IsWorking || !await page.IsOfScopeAsync(model))
        {
            notifications.ErrorNotification(await TextAsync(model.IsWorking ? "OtherScope" : "NotWorking"));
            return View(PagePath, model);
        }

        var (writes, faults) = await page.CheckAsync(model, cancellationToken);
        foreach (var (field, fault) in faults)
            ModelState.AddModelError(field, fault);

        if (!ModelState.IsValid)
        {
            notifications.ErrorNotification(await TextAsync("NotSaved"));
            return View(PagePath, model);
        }

        var leftOut = await page.SaveAsync(model, writes, cancellationToken);
        notifications.SuccessNotification(await TextAsync("Saved"));
        if (leftOut.Count > 0)
            notifications.WarningNotification($"{await TextAsync("NotServed")} {string.Join(", ", leftOut)}");
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
}
