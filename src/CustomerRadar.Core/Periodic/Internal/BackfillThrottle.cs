namespace CustomerRadar.Core.Periodic.Internal;

/// <summary>Spreads the due times of a backfill: so many an hour, none in the past, and only a little ahead, so that stopping it stops it. Pure.</summary>
/// <param name="PerHour">The most an hour.</param>
/// <param name="NextDueAt">When the next row may be due; null at the start.</param>
/// <param name="Now">Now.</param>
internal sealed record BackfillThrottle(int PerHour, DateTimeOffset? NextDueAt, DateTimeOffset Now)
{
    /// <summary>How far ahead rows are planned.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    private const int LongestPage = 200;

    /// <summary>When the next row is due at the earliest.</summary>
    public DateTimeOffset Earliest => NextDueAt is { } next && next > Now ? next : Now;

    /// <summary>How many rows may be planned now; 0 to 200.</summary>
    public int Room
    {
        get
        {
            var left = Now + Ahead - Earliest;
            return left <= TimeSpan.Zero ? 0 : (int)Math.Clamp(Math.Ceiling(left / Step), 1, LongestPage);
        }
    }

    private TimeSpan Step => TimeSpan.FromHours(1) / PerHour;

    /// <summary>After a row was planned. One that the rule itself wants later than asked takes no place of the others.</summary>
    /// <param name="ruleDueAt">When the rule alone wants it.</param>
    /// <param name="dueAt">When it is due.</param>
    public BackfillThrottle After(DateTimeOffset ruleDueAt, DateTimeOffset dueAt) =>
        ruleDueAt > Earliest ? this : this with { NextDueAt = WholeMilliseconds(dueAt + Step) };

    // The tables keep no parts of one, and progress is compared with what they kept.
    private static DateTimeOffset WholeMilliseconds(DateTimeOffset instant) => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds() + 1);
}
