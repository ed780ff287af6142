namespace CustomerRadar.Core.Rules;

/// <summary>When an invitation is due: the interaction's own instant plus the rule's delay. Pure.</summary>
public static class DueTime
{
    /// <summary>
    /// Adds a delay. Days are calendar days in <paramref name="zone"/>: the wall clock shows the same time so many days later. A local
    /// time that daylight saving skips moves to the next valid one; of a doubled one the first is taken. Never before <paramref name="occurredAt"/>.
    /// </summary>
    /// <param name="occurredAt">When the interaction happened.</param>
    /// <param name="delay">The rule's delay.</param>
    /// <param name="zone">The connection's zone.</param>
    public static DateTimeOffset Of(DateTimeOffset occurredAt, SendDelay delay, TimeZoneInfo zone)
    {
        var day = delay.Days == 0
            ? occurredAt
            : Instant(TimeZoneInfo.ConvertTime(occurredAt, zone).DateTime.AddDays(delay.Days), zone);
        return (day + delay.Time).ToUniversalTime();
    }

    /// <summary>The instant at which a wall clock in <paramref name="zone"/> shows <paramref name="local"/>, by the same two rules.</summary>
    public static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(wall))
            wall = EndOfGap(wall, zone);
        // Of a doubled time the larger offset is the earlier instant.
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }

    // Zones change at whole minutes, by three hours at most: a short walk.
    private static DateTime EndOfGap(DateTime wall, TimeZoneInfo zone)
    {
        var minute = wall.AddTicks(-(wall.Ticks % TimeSpan.TicksPerMinute));
        while (zone.IsInvalidTime(minute))
            minute = minute.AddMinutes(1);
        return minute;
    }
}
