namespace Nop.Plugin.Misc.CustomerRadar.Orders;

/// <summary>The store's <c>…Utc</c> dates, which come out of the database without a kind.</summary>
internal static class Utc
{
    /// <summary>The instant of such a date.</summary>
    public static DateTimeOffset Instant(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
