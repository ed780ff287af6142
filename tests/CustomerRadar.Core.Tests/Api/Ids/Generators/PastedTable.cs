namespace CustomerRadar.Core.Tests.Api.Ids.Generators;

/// <summary>Names in columns beside ids, written as RFC 4180 says.</summary>
/// <param name="Names">Any text at all.</param>
/// <param name="Separator">Between the cells.</param>
/// <param name="LineEnd">Between the lines.</param>
/// <param name="QuoteAll">Quotes around every cell, or only where there must be.</param>
public sealed record PastedTable(IReadOnlyList<string> Names, char Separator, string LineEnd, bool QuoteAll)
{
    public override string ToString() =>
        string.Join(LineEnd, Names.Select((name, row) => Line(name, Found.Id($"{row + 1:x4}f"))).Prepend(Line("name", "locationDisplayId")));

    private string Line(string name, string id) => Cell(name) + Separator + Cell(id);

    private string Cell(string text) => QuoteAll || text.AsSpan().IndexOfAny([Separator, '"', '\r', '\n']) >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
