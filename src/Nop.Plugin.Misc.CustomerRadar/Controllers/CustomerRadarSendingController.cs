using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Services.Localization;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.CustomerRadar.Controllers;

/// <summary>The part of the configuration page that says whether invitations are sent, and its buttons.</summary>
public sealed class CustomerRadarSendingController(PluginGate gate, IServiceProvider services, ILocalizationService localization)
    : PagePartController(gate, services, localization)
{
    private const string PartPath = "~/Plugins/Misc.CustomerRadar/Views/_Sending.cshtml";

    /// <summary>The part by itself, as it is now.</summary>
    [HttpGet]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> Show(CancellationToken cancellationToken) =>
        PartAsync<SendingPage>(async page => PartialView(PartPath, await page.ReadAsync(cancellationToken)));

    /// <summary>This is the shop, and no copy of it.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> Confirm(CancellationToken cancellationToken) => ChangeAsync(page => DoneAsync(page.ConfirmAsync(cancellationToken)));

    /// <summary>Pauses everything.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> Pause(CancellationToken cancellationToken) => ChangeAsync(page => DoneAsync(page.PauseAsync(cancellationToken)));

    /// <summary>Ends a pause, or has it tried.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> End(string? scope, CancellationToken cancellationToken) => ChangeAsync(page => page.EndAsync(scope, cancellationToken));

    // The part is shown anew after each: one that was over already is no mistake of anybody's.
    private Task<IActionResult> ChangeAsync(Func<SendingPage, Task<bool>> change) =>
        AnswerAsync<SendingPage>(async page => await change(page) ? (true, "") : (false, await TextAsync("Sending.Over")));

    private static async Task<bool> DoneAsync(Task task)
    {
        await task;
        return true;
    }
}
