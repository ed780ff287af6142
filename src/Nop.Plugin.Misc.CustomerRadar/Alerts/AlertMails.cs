using CustomerRadar.Core.Alerts;
using CustomerRadar.Core.Pauses;
using Microsoft.Extensions.DependencyInjection;
using Nop.Services.Configuration;

namespace Nop.Plugin.Misc.CustomerRadar.Alerts;

/// <summary>
/// Tells of alerts by e-mail, through the store's own queue: told is what was queued. What it depends on is resolved late, since every job of
/// the plugin makes one of these.
/// </summary>
public sealed class AlertMails(IServiceProvider services) : IAlertNotices
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">This process is not at the shop's place: the alert waits for one that is.</exception>
    public async Task TellAsync(AlertRow alert, CancellationToken cancellationToken)
    {
        var settings = await services.GetRequiredService<ISettingService>().LoadSettingAsync<CustomerRadarSettings>();
        if (!settings.AlertMails || await LooksLikeACopyAsync(cancellationToken))
            return;
        if (services.GetRequiredService<CopyGuard>().IsElsewhere)
            throw new InvalidOperationException("This is not the shop's own place, so no e-mail is written here; the shop's own servers do.");
        var (subject, body) = await services.GetRequiredService<AlertLetter>().WriteAsync(alert);
        await services.GetRequiredService<QueuedMails>().AddAsync(MailList.Read(settings.AlertMailsTo, out _), subject, body);
    }

    // A copy would write in the name of the shop, and about troubles that the shop does not have.
    private async Task<bool> LooksLikeACopyAsync(CancellationToken cancellationToken) =>
        (await services.GetRequiredService<IPauses>().ReadAsync([PauseScope.Copy], cancellationToken)).Pauses.Any(pause => pause.IsClosed);
}
