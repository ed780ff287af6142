using CustomerRadar.Core.Rules.Internal;

namespace CustomerRadar.Core.Rules;

/// <summary>
/// The weekdays and hours in which a rule sends, in the connection's zone. It is open while the clocks there show a time inside it; what is due
/// outside waits for the next opening.
/// </summary>
/// <param name="Days">The weekdays on which it opens; at least one.</param>
/// <param name="From">The local time at which it opens.</param>
/// <param name="To">
/// The local time at which it closes; not part of it. Earlier than or equal to <paramref name="From"/>: on the day after, so Friday 22:00 to
/// 02:00 ends on Saturday, 09:00 to 00:00 ends at midnight, and 00:00 to 00:00 is the whole day.
/// </param>
public sealed record SendWindow(IReadOnlySet<DayOfWeek> Days, TimeOnly From, TimeOnly To)
{
    // A window of one weekday whose hour falls into the gap of spring opens a week later. The rest is room.
    private const int FarthestDay = 22;

    private bool EndsOnTheDayAfter => To <= From;

    /// <summary>Whether it is open.</summary>
    public bool IsOpen(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = WallClock.Local(instant, zone);
        var time = TimeOnly.FromDateTime(local);
        if (!EndsOnTheDayAfter)
            return Days.Contains(local.DayOfWeek) && time >= From && time < To;
        return (Days.Contains(local.DayOfWeek) && time >= From) || (Days.Contains(local.AddDays(-1).DayOfWeek) && time < To);
    }

    /// <summary>The first instant from <paramref name="instant"/> on at which it is open: that instant itself while it is. In UTC.</summary>
    /// <exception cref="InvalidOperationException">It has no days.</exception>
    public DateTimeOffset NextOpening(DateTimeOffset instant, TimeZoneInfo zone)
    {
        if (IsOpen(instant, zone))
            return instant.ToUniversalTime();

        var today = WallClock.Local(instant, zone).Date;
        for (var day = 0; day < FarthestDay; day++)
        {
            // Two days at once: where clocks go back over midnight, a moment of the day after can come first.
            var openings = Moments(today.AddDays(day), zone).Concat(Moments(today.AddDays(day + 1), zone))
                .Where(moment => moment >= instant && IsOpen(moment, zone))
                .ToList();
            if (openings.Count > 0)
                return openings.Min();
        }

        throw new InvalidOperationException("A send window without weekdays never opens.");
    }

    /// <inheritdoc/>
    public bool Equals(SendWindow? other) => other is not null && Days.SetEquals(other.Days) && From == other.From && To == other.To;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Days.Count, From, To);

    // When it can go from closed to open: as the clocks reach the hour, or as they jump.
    private IEnumerable<DateTimeOffset> Moments(DateTime day, TimeZoneInfo zone)
    {
        foreach (var instant in WallClock.Instants(day + From.ToTimeSpan(), zone))
            yield return instant;
        if (WallClock.Change(WallClock.First(day, zone), WallClock.First(day.AddDays(1), zone), zone) is { } change)
            yield return change;
    }
}
