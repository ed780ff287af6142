using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Periodic.Internal;

/// <summary>Which range is to be looked through. Pure.</summary>
internal static class ReconcileRange
{
    /// <summary>How far before the mark a walk begins: for clocks that differ, and for what the platform writes down late.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(2);

    /// <summary>From when on: the mark less the overlap, but nothing that every rule would find too old or before its start.</summary>
    /// <param name="mark">Everything before it has been looked at; null at first.</param>
    /// <param name="rules">The rules that match, at least one.</param>
    /// <param name="now">Now.</param>
    public static DateTimeOffset From(DateTimeOffset? mark, IReadOnlyCollection<SendRule> rules, DateTimeOffset now)
    {
        var reach = rules.Min(rule => Reach(rule, now));
        return mark - Overlap is { } from && from > reach ? from : reach;
    }

    // An interaction older than this would be due for longer than the rule allows. A day more, for calendar days and windows.
    private static DateTimeOffset Reach(SendRule rule, DateTimeOffset now)
    {
        var oldest = now - TimeSpan.FromDays(rule.MaximumAgeDays + rule.Delay.Days + 1) - rule.Delay.Time;
        return rule.ActiveFrom is { } start && start > oldest ? start : oldest;
    }
}
