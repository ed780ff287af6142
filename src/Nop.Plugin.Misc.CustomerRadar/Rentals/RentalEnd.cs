using CustomerRadar.Core.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Rentals;

/// <summary>When a rental ends. The store keeps calendar dates that the buyer typed, without a zone whatever their names say.</summary>
internal static class RentalEnd
{
    /// <summary>24:00 on the last day, in the zone of the store's connection.</summary>
    public static DateTimeOffset Instant(DateTime lastDay, TimeZoneInfo zone) => DueTime.Instant(lastDay.Date.AddDays(1), zone);
}
