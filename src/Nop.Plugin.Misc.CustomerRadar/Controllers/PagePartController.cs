using CustomerRadar.Core.Invitations;
using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.CustomerRadar.Controllers;

/// <summary>A part of the configuration page, which works while the plugin does: with a service that is there only then.</summary>
public abstract class PagePartController(PluginGate gate, IServiceProvider services, ILocalizationService localization) : AdminPageController(localization)
{
    /// <summary>What is shown, made by the service; 503 with the reason while the plugin does not work.</summary>
    protected async Task<IActionResult> PartAsync<T>(Func<T, Task<IActionResult>> part)
        where T : class => Find<T>() is { } service ? await part(service) : StatusCode(503, await TextAsync("NotWorking"));

    /// <summary>What stands beside a button after it was pressed.</summary>
    protected async Task<IActionResult> AnswerAsync<T>(Func<T, Task<(bool Success, string Message)>> answer)
        where T : class
    {
        var (success, message) = Find<T>() is { } service ? await answer(service) : (false, await TextAsync("NotWorking"));
        return Json(new { success, message });
    }

    /// <summary>Has periodic work done now, not at its next turn.</summary>
    /// <param name="work">Its name.</param>
    /// <param name="begun">The key of the text that says that it has begun.</param>
    /// <param name="cancellationToken">Cancels the asking.</param>
    protected Task<IActionResult> RunSoonAsync(string work, string begun, CancellationToken cancellationToken) => AnswerAsync<IJobServer>(async jobs =>
        await jobs.RunSoonAsync(work, cancellationToken) ? (true, await TextAsync(begun)) : (false, await TextAsync("NotWorking")));

    private T? Find<T>()
        where T : class => gate.IsOpen ? services.GetService(typeof(T)) as T : null;
}
