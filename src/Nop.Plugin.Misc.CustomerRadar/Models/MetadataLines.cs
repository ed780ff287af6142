using CustomerRadar.Core.Metadata;

namespace Nop.Plugin.Misc.CustomerRadar.Models;

/// <summary>The metadata rows as lines of a text field: <c>key = value with %Tokens%</c>.</summary>
public static class MetadataLines
{
    /// <summary>The rows as text.</summary>
    public static string Write(IEnumerable<MetadataRow> rows) => string.Join('\n', rows.Select(row => $"{row.Key} = {row.Template.Text}"));

    /// <summary>Reads the lines; blank ones are passed over.</summary>
    /// <param name="text">The field's text.</param>
    /// <param name="isToken">True for a token that a rule may name.</param>
    /// <param name="faults">What is wrong, with the number of its line.</param>
    public static IReadOnlyList<MetadataRow> Read(string? text, Func<string, bool> isToken, out IReadOnlyList<string> faults)
    {
        var rows = new List<MetadataRow>();
        var found = new List<string>();
        var lines = (text ?? "").ReplaceLineEndings("\n").Split('\n');
        for (var number = 1; number <= lines.Length; number++)
        {
            var line = lines[number - 1].Trim();
            if (line.Length == 0)
                continue;
            if (ReadLine(line, rows, isToken) is { } fault)
                found.Add($"Line {number}: {fault}");
        }

        faults = found;
        return rows;
    }

    private static string? ReadLine(string line, List<MetadataRow> rows, Func<string, bool> isToken)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        var key = equals < 0 ? "" : line[..equals].Trim();
        var value = equals < 0 ? "" : line[(equals + 1)..].Trim();
        if (key.Length == 0 || value.Length == 0)
            return "write it as \"key = value\", for example \"invoice_no = %Order.OrderNumber%\".";
        if (rows.Any(row => string.Equals(row.Key, key, StringComparison.Ordinal)))
            return $"the key \"{key}\" stands twice.";

        var template = MetadataTemplate.Parse(value);
        if (template.Tokens.FirstOrDefault(token => !isToken(token)) is { } unknown)
            return $"there is no token %{unknown}%. The list below the field has all of them.";

        rows.Add(new MetadataRow(key, template));
        return null;
    }
}
