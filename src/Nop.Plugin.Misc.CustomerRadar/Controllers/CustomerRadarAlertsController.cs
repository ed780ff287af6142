using CustomerRadar.Core.Periodic;
using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Services.Localization;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.CustomerRadar.Controllers;

/// <summary>What is wrong at the moment.</summary>
public sealed class CustomerRadarAlertsController(PluginGate gate, IServiceProvider services, ILocalizationService localization)
    : PagePartController(gate, services, localization)
{
    /// <summary>Looks now, not within five minutes: what is over goes, what is new is told.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> Check(CancellationToken cancellationToken) => RunSoonAsync(WorkNames.Alerts, "Alerts.Check.Begun", cancellationToken);
}
