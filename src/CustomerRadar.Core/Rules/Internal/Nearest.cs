namespace CustomerRadar.Core.Rules.Internal;

/// <summary>Finds the name that somebody who mistyped one may have meant.</summary>
internal static class Nearest
{
    /// <summary>The nearest name, ignoring case; null when none is near: one change in every three characters at most.</summary>
    public static string? Of(string typed, IEnumerable<string> names) =>
        names.Select(name => (Name: name, Distance: Distance(typed.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(found => found.Distance <= Math.Max(1, Math.Min(typed.Length, found.Name.Length) / 3))
            .OrderBy(found => found.Distance)
            .ThenBy(found => found.Name, StringComparer.Ordinal)
            .Select(found => found.Name)
            .FirstOrDefault();

    // Levenshtein: how many characters have to be added, dropped or replaced.
    private static int Distance(string one, string other)
    {
        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var row = new int[other.Length + 1];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            above = row;
        }

        return above[other.Length];
    }
}
