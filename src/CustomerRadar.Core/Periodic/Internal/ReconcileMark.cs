using System.Globalization;

namespace CustomerRadar.Core.Periodic.Internal;

/// <summary>
/// How far a store and trigger have been looked through: until <paramref name="Until"/> wholly, and of the range that is being walked up to a
/// page. Kept as one short text.
/// </summary>
/// <param name="Until">Everything before it has been looked at; null before the first walk has ended.</param>
/// <param name="Walk">The walk that is not over yet; null between walks.</param>
internal sealed record ReconcileMark(DateTimeOffset? Until, ReconcileWalk? Walk)
{
    public static ReconcileMark None { get; } = new(null, null);

    /// <summary>Reads a mark; one that cannot be read counts as none, so that everything is looked through again.</summary>
    public static ReconcileMark Parse(string? text)
    {
        var parts = text?.Split('|', 4);
        if (parts is not { Length: 4 } || !TryInstant(parts[0], out var until) || !TryInstant(parts[1], out var from) || !TryInstant(parts[2], out var to))
            return None;
        return new ReconcileMark(until, from is null || to is null ? null : new ReconcileWalk(from.Value, to.Value, parts[3]));
    }

    public override string ToString() => $"{Text(Until)}|{Text(Walk?.From)}|{Text(Walk?.Until)}|{Walk?.Cursor}";

    private static string Text(DateTimeOffset? instant) => instant?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "";

    private static bool TryInstant(string text, out DateTimeOffset? instant)
    {
        var isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds);
        instant = isNumber ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
        return isNumber || text.Length == 0;
    }
}
