namespace CustomerRadar.Core.Api.Ids.Internal;

/// <summary>
/// Lines such as <c>Location ID: 1cf1…</c>, as in a letter. Lines belong together until one of them stands there a second time, or a line is blank.
/// </summary>
internal static class LabelledIds
{
    private const int LongestLabel = 60;

    // Bullets, quotes and commas, as in a list or in a piece cut out of JSON.
    private static readonly char[] Decoration = [' ', '\t', '"', '\'', '*', '-', ',', ';'];
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    /// <summary>False when no line is labelled as an id.</summary>
    public static bool TryRead(string text, IdCollector ids)
    {
        var lines = text.Split(LineEnds, StringSplitOptions.None).Select(Read).ToList();
        var exact = IdKeys.Exact(lines.Select(line => line.Label).OfType<string>());
        if (!lines.Exists(line => line.Key is not null && line.Value.Text.Length > 0 && IsId(line.Key, line.Value)))
            return false;

        IdDraft? block = null;
        foreach (var (label, key, value) in lines)
        {
            var isBlank = value.Text.Length == 0;
            if ((isBlank && key is null) || (!isBlank && key is not null && block is not null && Has(block, key, value)))
                block = End(block, ids);
            if (isBlank)
                continue;
            if (key is null || (key is { Part: IdKeyPart.Id, IsExact: false, Kind: { } loose } && exact.Contains(loose)))
            {
                ids.Fault(value.Line, value.Position, "This line is not labelled as one of the ids or names. It was left out.");
                continue;
            }

            block ??= new IdDraft(value.Line, 1);
            Take(block, key, value);
            if (key is { Part: IdKeyPart.Id, IsExact: false, Kind: { } kind })
                ids.Note($"The label '{label}' was read as {IdKeys.Documented(kind)}.");
        }

        End(block, ids);
        return true;
    }

    private static (string? Label, IdKey? Key, IdText Value) Read(string line, int index)
    {
        var end = line.AsSpan(0, Math.Min(line.Length, LongestLabel)).IndexOfAny(':', '=');
        var label = end < 0 ? "" : line[..end].Trim(Decoration);
        return IdKeys.Read(label) is { } key and not { Part: IdKeyPart.Id, Kind: null }
            ? (label, key, IdText.Of(line[(end + 1)..].Trim(Decoration), index + 1, end + 2))
            : (null, null, IdText.Of(line, index + 1, 1));
    }

    private static bool IsId(IdKey key, IdText value) => key.Part == IdKeyPart.Id || (key.Part == IdKeyPart.Thing && value.LooksLikeAnId);

    private static bool Has(IdDraft block, IdKey key, IdText value) =>
        key.Kind is not { } kind ? block.PlainName is not null
        : (IsId(key, value) ? block.Id(kind) : block.Name(kind)) is not null;

    private static void Take(IdDraft block, IdKey key, IdText value)
    {
        if (key.Kind is not { } kind)
            block.PlainName = value;
        else if (IsId(key, value))
            block.SetId(kind, value);
        else
            block.SetName(kind, value);
    }

    private static IdDraft? End(IdDraft? block, IdCollector ids)
    {
        block?.PlaceName(place: null);
        if (block is { HasIds: true })
            ids.Add(block);
        else if (block is not null)
            ids.Fault(block.Line, block.Position, "There is a name here, but no id. It was left out.");
        return null;
    }
}
