namespace Nop.Plugin.Misc.CustomerRadar.Contacts;

/// <summary>
/// The contacts of a text or CSV file, by line. With a first line that names columns (<c>Email</c>, <c>Phone</c>), those columns count; else every cell
/// is one. Pure.
/// </summary>
internal static class ContactLines
{
    private static readonly char[] Separators = [',', ';', '\t'];
    private static readonly HashSet<string> Names =
        new(["EMAIL", "EMAILADDRESS", "MAIL", "PHONE", "PHONENUMBER", "MOBILE", "MOBILENUMBER", "MOBILEPHONE", "CELL", "TELEPHONE"], StringComparer.Ordinal);

    /// <summary>The cells that are to be contacts, each with the number of its line, from 1. Blank ones are passed over.</summary>
    public static IEnumerable<(int Line, string Cell)> Read(string? text)
    {
        int[]? columns = null;
        var isFirst = true;
        var lines = (text ?? "").TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var separator = SeparatorOf(lines.FirstOrDefault(line => line.Trim().Length > 0) ?? "");
        for (var number = 1; number <= lines.Length; number++)
        {
            if (lines[number - 1].Trim().Length == 0)
                continue;
            var cells = Cells(lines[number - 1], separator);
            if (isFirst && cells.Index().Where(cell => IsName(cell.Item)).Select(cell => cell.Index).ToArray() is { Length: > 0 } named)
                columns = named;
            else
            {
                foreach (var cell in cells.Where((cell, index) => cell.Length > 0 && columns?.Contains(index) != false))
                    yield return (number, cell);
            }

            isFirst = false;
        }
    }

    private static bool IsName(string cell) => Names.Contains(string.Concat(cell.Where(char.IsLetter)).ToUpperInvariant()) && !cell.Contains('@', StringComparison.Ordinal);

    // One for the whole file: the one that its first line has.
    private static char SeparatorOf(string line) => Separators.OrderByDescending(separator => line.Count(character => character == separator)).First();

    private static List<string> Cells(string line, char separator)
    {
        var cells = new List<string>();
        var (start, isQuoted) = (0, false);
        for (var at = 0; at <= line.Length; at++)
        {
            if (at < line.Length && line[at] == '"')
                isQuoted = !isQuoted;
            if (at < line.Length && (line[at] != separator || isQuoted))
                continue;
            cells.Add(line[start..at].Trim().Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal).Trim());
            start = at + 1;
        }

        return cells;
    }
}
