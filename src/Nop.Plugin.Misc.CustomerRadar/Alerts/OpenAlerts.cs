using System.Globalization;
using CustomerRadar.Core.Alerts;
using Nop.Services.Helpers;

namespace Nop.Plugin.Misc.CustomerRadar.Alerts;

/// <summary>The open alerts, for pages.</summary>
public sealed class OpenAlerts(IAlerts alerts, IDateTimeHelper dates)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<AlertLine>> ReadAsync(CancellationToken cancellationToken) =>
    [
        .. (await alerts.OpenAsync(cancellationToken)).Select(row => new AlertLine(
            row.Alert.Kind, Sentence(row.Alert.Message), row.Alert.Advice, Since(row, dates.DefaultStoreTimeZone), row.Count)),
    ];

    /// <summary>When an alert was raised, in a zone; written so that no language misreads it.</summary>
    public static string Since(AlertRow row, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(row.RaisedAt, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    // Its end may be a word of the API's, and the advice follows on the same line.
    private static string Sentence(string text) => text.TrimEnd() is var trimmed && trimmed.EndsWith('.') ? trimmed : trimmed + ".";
}
