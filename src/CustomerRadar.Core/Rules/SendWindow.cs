namespace CustomerRadar.Core.Rules;

/// <summary>The weekdays and hours in which a rule sends, in the connection's zone. What is due outside waits for the next opening.</summary>
/// <param name="Days">The weekdays on which it opens; at least one.</param>
/// <param name="From">The local time at which it opens.</param>
/// <param name="To">The local time at which it closes; not part of it. Earlier than or equal to <paramref name="From"/>: on the day after.</param>
public sealed record SendWindow(IReadOnlySet<DayOfWeek> Days, TimeOnly From, TimeOnly To)
{
    /// <inheritdoc/>
    public bool Equals(SendWindow? other) => other is not null && Days.SetEquals(other.Days) && From == other.From && To == other.To;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Days.Count, From, To);
}
