namespace CustomerRadar.Core.Rules.Internal;

/// <summary>
/// What the clocks of a zone show. Asks the zone only for its offset at an instant, which is never ambiguous: what a local time means follows
/// from that, also where daylight saving is negative or starts at midnight.
/// </summary>
internal static class WallClock
{
    /// <summary>What the clocks show at an instant.</summary>
    public static DateTime Local(DateTimeOffset instant, TimeZoneInfo zone) => (instant.UtcDateTime + zone.GetUtcOffset(instant)).Unspecified();

    /// <summary>The instants at which the clocks show a local time, in order: one; none in the gap of spring; two in the doubled hour of autumn.</summary>
    public static IReadOnlyList<DateTimeOffset> Instants(DateTime local, TimeZoneInfo zone)
    {
        var near = new DateTimeOffset(local.Unspecified(), TimeSpan.Zero);
        var found = new SortedSet<DateTimeOffset>();
        foreach (var around in (DateTimeOffset[])[near.AddDays(-1), near.AddDays(1)])
        {
            var instant = near - zone.GetUtcOffset(around);
            if (Local(instant, zone) == near.DateTime)
                found.Add(instant);
        }

        return [.. found];
    }

    /// <summary>The first instant at which the clocks show a local time; for a time that they skip, the moment of the jump.</summary>
    public static DateTimeOffset First(DateTime local, TimeZoneInfo zone)
    {
        if (Instants(local, zone) is [var first, ..])
            return first;
        var near = new DateTimeOffset(local.Unspecified(), TimeSpan.Zero);
        return Change(near.AddDays(-1), near.AddDays(1), zone) ?? near - zone.GetUtcOffset(near);
    }

    /// <summary>
    /// The moment between two instants at which the zone's offset changes; null when it does not. To the second, which is as exact as zones are.
    /// </summary>
    public static DateTimeOffset? Change(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        var (before, after) = (from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds());
        var offset = zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(before));
        if (zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(after)) == offset)
            return null;
        while (after - before > 1)
        {
            var middle = before + (after - before) / 2;
            if (zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(middle)) == offset)
                before = middle;
            else
                after = middle;
        }

        return DateTimeOffset.FromUnixTimeSeconds(after);
    }

    private static DateTime Unspecified(this DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Unspecified);
}
