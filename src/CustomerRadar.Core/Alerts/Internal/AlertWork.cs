using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Periodic;
using Microsoft.Extensions.Logging;

namespace CustomerRadar.Core.Alerts.Internal;

/// <summary>Raises what is wrong, ends what is over, and tells a person of each open alert once, and again every day.</summary>
internal sealed partial class AlertWork(
    IAlerts alerts,
    IPauses pauses,
    IInvitationRecords records,
    TimeProvider time,
    ILogger<AlertWork> log,
    IAlertNotices? notices = null) : IPeriodicWork
{
    /// <summary>After how long a person is told again of an alert that is still open.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromHours(24);

    public string Name => WorkNames.Alerts;

    public TimeSpan Interval => TimeSpan.FromMinutes(5);

    public TimeSpan LeaseLength => TimeSpan.FromMinutes(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await BringUpToDateAsync(AlertDerivation.Of(await FactsAsync(cancellationToken)), cancellationToken);
        if (notices is not null)
            await TellAsync(notices, cancellationToken);
    }

    private async Task<AlertFacts> FactsAsync(CancellationToken cancellationToken)
    {
        // All that ever failed would keep the alert open for ever: a merchant who leaves such rows alone has decided.
        var yesterday = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date.AddDays(-1), TimeSpan.Zero);
        return new AlertFacts(
            await pauses.ListAsync(cancellationToken), await records.CountTroubledAsync(yesterday, AlertDerivation.MostCounted, cancellationToken));
    }

    private async Task BringUpToDateAsync(IReadOnlyList<Alert> wanted, CancellationToken cancellationToken)
    {
        var open = (await alerts.OpenAsync(cancellationToken)).Select(row => row.Alert).ToList();
        // One that stands in the same words is not raised again: its count is of what changed, not of how often somebody looked.
        foreach (var alert in wanted.Except(open))
        {
            await alerts.RaiseAsync(alert, cancellationToken);
            if (!open.Any(other => Key(other) == Key(alert)))
                LogRaised(alert.Kind, alert.Scope, alert.Message);
        }

        foreach (var over in open.Where(alert => !wanted.Any(other => Key(other) == Key(alert))))
        {
            await alerts.ResolveAsync(over.Kind, over.Scope, cancellationToken);
            LogResolved(over.Kind, over.Scope);
        }
    }

    private async Task TellAsync(IAlertNotices teller, CancellationToken cancellationToken)
    {
        foreach (var alert in await alerts.TakeUntoldAsync(Again, cancellationToken))
        {
            try
            {
                await teller.TellAsync(alert, cancellationToken);
            }
#pragma warning disable CA1031 // The edge of a notice: nobody was told, so it is tried again; the other alerts are told all the same.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                if (!cancellationToken.IsCancellationRequested)
                    LogNotTold(problem, alert.Alert.Kind, alert.Alert.Scope);
                await alerts.NotToldAsync(alert.Id, CancellationToken.None);
            }
        }
    }

    private static (AlertKind Kind, string Scope) Key(Alert alert) => (alert.Kind, alert.Scope);

    [LoggerMessage(2130, LogLevel.Warning, "Alert {Kind} ({Scope}): {Message}")]
    private partial void LogRaised(AlertKind kind, string scope, string message);

    [LoggerMessage(2131, LogLevel.Information, "Alert {Kind} ({Scope}) is over")]
    private partial void LogResolved(AlertKind kind, string scope);

    [LoggerMessage(2132, LogLevel.Error, "Nobody could be told of alert {Kind} ({Scope}); the next round tries again")]
    private partial void LogNotTold(Exception problem, AlertKind kind, string scope);
}
