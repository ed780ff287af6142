using CustomerRadar.Core.Rules.Internal;

namespace CustomerRadar.Core.Rules;

/// <summary>When an invitation is due: the interaction's own instant plus the rule's delay, moved into the rule's window. Pure.</summary>
public static class DueTime
{
    /// <summary>
    /// Adds a delay, then waits for the window. Days are calendar days in <paramref name="zone"/>: the wall clock shows the same time so many
    /// days later. A local time that daylight saving skips moves to the next valid one; of a doubled one the first is taken. Never before
    /// <paramref name="occurredAt"/>, never outside the window, always the same for the same input. In UTC.
    /// </summary>
    /// <param name="occurredAt">When the interaction happened.</param>
    /// <param name="delay">The rule's delay.</param>
    /// <param name="window">The rule's window; null: any time.</param>
    /// <param name="zone">The connection's zone.</param>
    public static DateTimeOffset Of(DateTimeOffset occurredAt, SendDelay delay, SendWindow? window, TimeZoneInfo zone)
    {
        var day = delay.Days == 0
            ? occurredAt
            : Instant(WallClock.Local(occurredAt, zone).AddDays(delay.Days), zone);
        var due = (day + delay.Time).ToUniversalTime();
        return window?.NextOpening(due, zone) ?? due;
    }

    /// <summary>The end of a day: the instant at which the clocks in <paramref name="zone"/> show 24:00. A rental ends then, on its last day.</summary>
    public static DateTimeOffset EndOfDay(DateOnly day, TimeZoneInfo zone) => Instant(day.AddDays(1).ToDateTime(TimeOnly.MinValue), zone);

    /// <summary>
    /// The instant at which the clocks in <paramref name="zone"/> show <paramref name="local"/>: for a time that daylight saving skips the next
    /// valid one, of a doubled one the first. In UTC.
    /// </summary>
    public static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone) => WallClock.First(local, zone);
}
