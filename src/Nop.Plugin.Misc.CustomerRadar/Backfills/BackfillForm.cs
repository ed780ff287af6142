using System.Globalization;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Rules;
using Nop.Plugin.Misc.CustomerRadar.Models;

namespace Nop.Plugin.Misc.CustomerRadar.Backfills;

/// <summary>The typed fields of a backfill, as what Core is asked for. Pure.</summary>
internal static class BackfillForm
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The choice of a store and a rule.</summary>
    public static string ValueOf(StoreKey store, RuleKey rule) => $"{store} {rule}";

    /// <summary>Reads the fields; days are those of the zone of the store's connection.</summary>
    /// <param name="model">The fields.</param>
    /// <param name="connectionOf">The connection of a store; null when it has none.</param>
    public static (BackfillRequest? Request, IReadOnlyList<BackfillFault> Faults) Read(BackfillModel model, Func<StoreKey, Connection?> connectionOf)
    {
        var faults = new List<BackfillFault>();
        StoreKey store = default;
        RuleKey rule = default;
        Connection? connection = null;
        if (model.Rule?.Split(' ') is not [var first, var second] || !StoreKey.TryParse(first, out store) || !RuleKey.TryParse(second, out rule))
            faults.Add(new BackfillFault(nameof(model.Rule), "Choose a rule."));
        else if ((connection = connectionOf(store)) is null)
            faults.Add(new BackfillFault(nameof(model.Rule), "The store has no connection to Customer Radar."));
        if (!TryRead(model.From, out var from))
            faults.Add(new BackfillFault(nameof(model.From), "Choose the first day."));
        if (!TryRead(model.Until, out var until))
            faults.Add(new BackfillFault(nameof(model.Until), "Choose the last day."));
        if (!int.TryParse(model.PerHour, NumberStyles.None, CultureInfo.InvariantCulture, out var perHour))
            faults.Add(new BackfillFault(nameof(model.PerHour), $"A whole number from 1 to {BackfillRequest.MostPerHour}."));

        return faults.Count > 0 ? (null, faults) : (
            new BackfillRequest(store, rule, DueTime.Instant(from.ToDateTime(TimeOnly.MinValue), connection!.TimeZone), DueTime.EndOfDay(until, connection.TimeZone)) { PerHour = perHour },
            faults);
    }

    private static bool TryRead(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is > 1990 and < 9000;
}
