using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.CustomerRadar.Backfills;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Services.Localization;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.CustomerRadar.Controllers;

/// <summary>Inviting for what happened in the past. Answers with parts of the configuration page.</summary>
public sealed class CustomerRadarBackfillsController(PluginGate gate, IServiceProvider services, ILocalizationService localization)
    : PagePartController(gate, services, localization)
{
    private const string FormPath = "~/Plugins/Misc.CustomerRadar/Views/_BackfillForm.cshtml";
    private const string AnswerPath = "~/Plugins/Misc.CustomerRadar/Views/_BackfillAnswer.cshtml";
    private const string ListPath = "~/Plugins/Misc.CustomerRadar/Views/_BackfillList.cshtml";

    /// <summary>The fields, with the rules that can be chosen.</summary>
    [HttpGet]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> Form(CancellationToken cancellationToken) =>
        PartAsync<BackfillDesk>(async desk => PartialView(FormPath, await desk.ChoicesAsync(cancellationToken)));

    /// <summary>The backfills so far.</summary>
    [HttpGet]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> List(CancellationToken cancellationToken) =>
        PartAsync<BackfillDesk>(async desk => PartialView(ListPath, await desk.ListAsync(cancellationToken)));

    /// <summary>How many there are.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> Count(BackfillModel model, CancellationToken cancellationToken) =>
        PartAsync<BackfillDesk>(async desk => PartialView(AnswerPath, await desk.CountAsync(model, cancellationToken)));

    /// <summary>Starts what was counted.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> Start(BackfillModel model, CancellationToken cancellationToken) =>
        PartAsync<BackfillDesk>(async desk => PartialView(AnswerPath, await desk.StartAsync(model, cancellationToken)));

    /// <summary>Stops one.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> Stop(long id, CancellationToken cancellationToken) => PartAsync<BackfillDesk>(async desk =>
    {
        await desk.StopAsync(id, cancellationToken);
        return PartialView(ListPath, await desk.ListAsync(cancellationToken));
    });

    /// <summary>Lets one go on.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> GoOn(long id, CancellationToken cancellationToken) => PartAsync<BackfillDesk>(async desk =>
    {
        await desk.GoOnAsync(id, cancellationToken);
        return PartialView(ListPath, await desk.ListAsync(cancellationToken));
    });
}
