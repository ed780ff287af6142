using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Services.Localization;
using Nop.Web.Framework;
using Nop.Web.Framework.Controllers;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.CustomerRadar.Controllers;

/// <summary>The part of the configuration page that says whether invitations are sent, and its buttons.</summary>
[Area(AreaNames.ADMIN)]
[AuthorizeAdmin]
[AutoValidateAntiforgeryToken]
public sealed class CustomerRadarSendingController(PluginGate gate, IServiceProvider services, ILocalizationService localization) : BasePluginController
{
    private const string PartPath = "~/Plugins/Misc.CustomerRadar/Views/_Sending.cshtml";

    /// <summary>The part by itself, as it is now.</summary>
    [HttpGet]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) =>
        Page is { } page ? PartialView(PartPath, await page.ReadAsync(cancellationToken)) : StatusCode(503, await TextAsync("NotWorking"));

    /// <summary>This is the shop, and no copy of it.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> Confirm(CancellationToken cancellationToken) => AnswerAsync(page => DoneAsync(page.ConfirmAsync(cancellationToken)));

    /// <summary>Pauses everything.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> Pause(CancellationToken cancellationToken) => AnswerAsync(page => DoneAsync(page.PauseAsync(cancellationToken)));

    /// <summary>Ends a pause, or has it tried.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> End(string? scope, CancellationToken cancellationToken) => AnswerAsync(page => page.EndAsync(scope, cancellationToken));

    private SendingPage? Page => gate.IsOpen ? services.GetService(typeof(SendingPage)) as SendingPage : null;

    // The part is shown anew after each: one that was over already is no mistake of anybody's.
    private async Task<IActionResult> AnswerAsync(Func<SendingPage, Task<bool>> change)
    {
        if (Page is not { } page)
            return Json(new { success = false, message = await TextAsync("NotWorking") });
        var success = await change(page);
        return Json(new { success, message = success ? "" : await TextAsync("Sending.Over") });
    }

    private static async Task<bool> DoneAsync(Task task)
    {
        await task;
        return true;
    }

    private Task<string> TextAsync(string key) => localization.GetResourceAsync(CustomerRadarDefaults.LocalePrefix + key);
}
