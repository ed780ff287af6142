using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Services.Localization;
using Nop.Web.Framework;
using Nop.Web.Framework.Controllers;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.CustomerRadar.Controllers;

/// <summary>What is wrong at the moment.</summary>
[Area(AreaNames.ADMIN)]
[AuthorizeAdmin]
[AutoValidateAntiforgeryToken]
public sealed class CustomerRadarAlertsController(PluginGate gate, IServiceProvider services, ILocalizationService localization) : BasePluginController
{
    /// <summary>Looks now, not within five minutes: what is over goes, what is new is told.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public async Task<IActionResult> Check(CancellationToken cancellationToken)
    {
        var success = gate.IsOpen && services.GetService(typeof(IJobServer)) is IJobServer jobs && await jobs.RunSoonAsync(WorkNames.Alerts, cancellationToken);
        var message = await localization.GetResourceAsync(CustomerRadarDefaults.LocalePrefix + (success ? "Alerts.Check.Begun" : "NotWorking"));
        return Json(new { success, message });
    }
}
