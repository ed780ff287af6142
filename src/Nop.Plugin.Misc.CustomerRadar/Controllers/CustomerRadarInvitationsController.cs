using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Services.Localization;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.CustomerRadar.Controllers;

/// <summary>The outbox as JSON, with the names of the gateway's <c>GET /api/invitations</c>, and what can be asked of it. No contact is in it.</summary>
public sealed class CustomerRadarInvitationsController(PluginGate gate, IServiceProvider services, ILocalizationService localization)
    : PagePartController(gate, services, localization)
{
    private const int PageSize = 50;

    /// <summary>A page of rows, newest first: <c>Admin/CustomerRadarInvitations/List?subject=order:123</c>.</summary>
    [HttpGet]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public async Task<IActionResult> List(string? subject, int page = 1, CancellationToken cancellationToken = default)
    {
        SubjectKey key = default;
        if (!string.IsNullOrEmpty(subject) && !SubjectKey.TryParse(subject, out key))
            return BadRequest("The subject has spaces in it or is too long; it looks like order:123.");
        return await PartAsync<IInvitationQueries>(async invitations =>
        {
            var found = await invitations.ListAsync(new InvitationFilter(null, key == default ? null : key), Math.Clamp(page, 1, 1_000_000), PageSize, cancellationToken);
            return Json(new { items = found.Items.Select(Shown), page = found.Number, size = found.Size, total = found.Total });
        });
    }

    /// <summary>Looks now, not at the full hour, for orders without a row.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> LookForMissed(CancellationToken cancellationToken) => RunSoonAsync(WorkNames.Reconcile, "LookForMissed.Begun", cancellationToken);

    private static object Shown(InvitationRow row) => new
    {
        id = row.Id.Value,
        store = row.Interaction.Store.ToString(),
        trigger = row.Interaction.Trigger.ToString(),
        subject = row.Interaction.Subject.ToString(),
        occurredAt = row.Interaction.OccurredAt,
        origin = row.Interaction.Origin.ToString(),
        rule = row.Rule.ToString(),
        state = row.State.ToString(),
        reason = row.Reason,
        advice = row.Advice,
        dueAt = row.DueAt,
        attempts = row.Attempts,
        reference = row.Reference,
    };
}
