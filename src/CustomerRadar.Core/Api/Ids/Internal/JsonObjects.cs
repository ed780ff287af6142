using System.Globalization;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Api.Ids.Internal;

/// <summary>Reads one JSON object with the objects that belong to it.</summary>
internal sealed class JsonObjects(string text, HashSet<IdKind> exact, IdCollector ids)
{
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];
    private readonly Dictionary<string, IdKey?> _keys = [];
    private string[]? _lines;

    public JsonFinding Read(JObject entry, IdKind? place)
    {
        var finding = new JsonFinding(new IdDraft(entry.Line(), entry.Position()));
        var parts = new List<(IdText Key, JsonFinding Finding)>();
        foreach (var property in entry.Properties())
        {
            var key = KeyOf(property.Name);
            var below = key is { Part: IdKeyPart.Thing } ? key.Kind : null;
            switch (property.Value)
            {
                case JObject part:
                    parts.Add((IdText.Of(property.Name, property.Line(), property.Position()), Read(part, below)));
                    break;
                case JArray list:
                    finding.Lists.Add((list, key?.Kind));
                    foreach (var said in list.OfType<JValue>().Select(Text).OfType<IdText>())
                        TakeBare(finding, property.Name, key, said);
                    break;
                case JValue value when Text(value) is { Text.Length: > 0 } said:
                    Take(finding.Draft, property.Name, key, place, said);
                    break;
            }
        }

        finding.Draft.PlaceName(place);
        Join(finding, parts);
        finding.Draft.PlaceName(place);
        return finding;
    }

    private IdKey? KeyOf(string name)
    {
        if (!_keys.TryGetValue(name, out var known))
            _keys[name] = known = IdKeys.Read(name) is { } key && (key.IsExact || key.Kind is not { } kind || !exact.Contains(kind)) ? key : null;
        return known;
    }

    private void Take(IdDraft draft, string name, IdKey? key, IdKind? place, IdText said)
    {
        switch (key)
        {
            case { Part: IdKeyPart.Name, Kind: { } kind }:
                draft.SetName(kind, said);
                break;
            case { Part: IdKeyPart.Name }:
                draft.PlainName ??= said;
                break;
            case { Part: IdKeyPart.Thing, Kind: { } kind } when !said.LooksLikeAnId:
                draft.SetName(kind, said);
                break;
            case not null when (key.Kind ?? place) is { } kind:
                if (!key.IsExact)
                    ids.Note($"The key '{name}' was read as {IdKeys.Documented(kind)}.");
                if (draft.Id(kind) is { } other && other.Text != said.Text)
                    ids.Fault(said.Line, said.Position, $"A second, different {IdKeys.InWords(kind)} id in one object. It was left out.");
                else
                    draft.SetId(kind, said);
                break;
            default:
                NoteUnknown(name, said);
                break;
        }
    }

    /// <summary>An entry of a list that is no object: <c>"locationDisplayIds":["…","…"]</c>.</summary>
    private void TakeBare(JsonFinding finding, string name, IdKey? key, IdText said)
    {
        if (key is { Kind: { } kind } && (key.Part == IdKeyPart.Id || (key.Part == IdKeyPart.Thing && said.LooksLikeAnId)))
            finding.BareIds.Add((kind, said));
        else
            NoteUnknown(name, said);
    }

    private void NoteUnknown(string name, IdText said)
    {
        if (said.LooksLikeAnId)
            ids.Note($"The key '{name}' holds what looks like an id. It is not one of the keys that are known, and was not used.");
    }

    /// <summary>Objects that name one kind of id differently are branches; all others belong to the object around them.</summary>
    private static void Join(JsonFinding finding, List<(IdText Key, JsonFinding Finding)> parts)
    {
        var several = Enum.GetValues<IdKind>().Where(kind =>
            parts.Select(part => part.Finding.Draft.Id(kind)?.Text).Append(finding.Draft.Id(kind)?.Text).OfType<string>().Distinct().Skip(1).Any()).ToList();
        foreach (var part in parts)
        {
            if (several.Exists(kind => part.Finding.Draft.Id(kind) is not null))
                finding.Branches.Add(part);
            else
                finding.Merge(part.Finding);
        }
    }

    /// <summary>A value as text. A number is taken only as it was written: a leading zero or an exponent must not change an id.</summary>
    private IdText? Text(JValue value)
    {
        switch (value.Type)
        {
            case JTokenType.String:
                return IdText.Of((string)value.Value!, value.Line(), value.Position());
            case JTokenType.Integer or JTokenType.Float:
                return IdText.Of(AsWritten(value) ?? Convert.ToString(value.Value, CultureInfo.InvariantCulture)!, value.Line(), value.Position());
            default:
                return null;
        }
    }

    private string? AsWritten(JValue value)
    {
        _lines ??= text.Split(LineEnds, StringSplitOptions.None);
        if (value.Line() > _lines.Length)
            return null;
        var line = _lines[value.Line() - 1];
        var end = Math.Min(value.Position(), line.Length);
        var start = end;
        while (start > 0 && (char.IsAsciiLetterOrDigit(line[start - 1]) || line[start - 1] is '+' or '-' or '.'))
            start--;
        return start == end ? null : line[start..end];
    }
}
