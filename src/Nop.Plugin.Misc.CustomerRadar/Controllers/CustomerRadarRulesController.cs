using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Rules;
using Nop.Services.Localization;
using Nop.Services.Messages;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.CustomerRadar.Controllers;

/// <summary>All rules of the shop as one document: out, and in again. Answers with parts of the configuration page.</summary>
public sealed class CustomerRadarRulesController(
    PluginGate gate, IServiceProvider services, ILocalizationService localization, INotificationService notifications)
    : PagePartController(gate, services, localization)
{
    private const string ListPath = "~/Plugins/Misc.CustomerRadar/Views/_RuleList.cshtml";
    private const string ImportPath = "~/Plugins/Misc.CustomerRadar/Views/_RuleImport.cshtml";

    /// <summary>The stored rules.</summary>
    [HttpGet]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> List(CancellationToken cancellationToken) =>
        PartAsync<RuleExport>(async export => PartialView(ListPath, await export.ListAsync(cancellationToken)));

    /// <summary>The document, as a file.</summary>
    [HttpGet]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> Export(CancellationToken cancellationToken) => PartAsync<RuleExport>(async export =>
    {
        var (document, fileName) = await export.WriteAsync(cancellationToken);
        return File(document, "application/json", fileName);
    });

    /// <summary>What a document would do, or what is wrong with it.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> Preview(RuleImportModel model, CancellationToken cancellationToken) =>
        PartAsync<RuleImport>(async import => PartialView(ImportPath, await import.PreviewAsync(model, cancellationToken)));

    /// <summary>Imports a document that was looked at.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> Import(RuleImportModel model, CancellationToken cancellationToken) => PartAsync<RuleImport>(async import =>
    {
        var result = await import.ApplyAsync(model, cancellationToken);
        if (result.Outcome == RuleImportOutcome.Done)
        {
            // The page is loaded anew: the form above may show a rule that is another one now.
            notifications.SuccessNotification(await TextAsync("Rules.Done"));
            if (result.NotServed.Count > 0)
                notifications.WarningNotification($"{await TextAsync("NotServed")} {string.Join(", ", result.NotServed)}");
        }

        return PartialView(ImportPath, result);
    });
}
