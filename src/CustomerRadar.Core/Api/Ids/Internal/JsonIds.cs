using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Api.Ids.Internal;

/// <summary>
/// Finds ids in JSON of any shape. Lists branch, and what stands around a list counts for each of its entries; an object under a key
/// belongs to the object around it, unless several of them name different ids, as in a map.
/// </summary>
internal sealed class JsonIds
{
    private static readonly JsonLoadSettings Settings = new()
    {
        LineInfoHandling = LineInfoHandling.Load,
        DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error,
    };

    private readonly IdCollector _ids;
    private readonly JsonObjects _objects;

    private JsonIds(string text, HashSet<IdKind> exact, IdCollector ids)
    {
        _ids = ids;
        _objects = new JsonObjects(text, exact, ids);
    }

    public static void Read(string text, IdCollector ids)
    {
        var documents = Load(text, ids);
        var keys = documents.SelectMany(document => document.DescendantsAndSelf()).OfType<JProperty>().Select(property => property.Name);
        var reader = new JsonIds(text, IdKeys.Exact(keys.Distinct()), ids);
        foreach (var draft in documents.SelectMany(document => reader.Walk(document, new IdDraft(1, 1), place: null)))
            ids.Add(draft);
        if (ids.IsEmpty)
            ids.Fault(1, 1, "There is no id in it. The keys to look for are clientDisplayId, programmeDisplayId, locationDisplayId and pomDisplayId.");
    }

    /// <summary>One document, or several one after the other (JSON lines).</summary>
    private static List<JContainer> Load(string text, IdCollector ids)
    {
        var documents = new List<JContainer>();
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = 64, SupportMultipleContent = true };
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonToken.Comment)
                    continue;
                if (JToken.Load(reader, Settings) is JContainer document)
                    documents.Add(document);
                else
                    ids.Fault(reader.LineNumber, reader.LinePosition, "This stands outside of the JSON object or list. It was left out.");
            }
        }
        catch (JsonException)
        {
            ids.Fault(
                Math.Max(reader.LineNumber, 1),
                Math.Max(reader.LinePosition, 1),
                "The JSON cannot be read beyond this place: it is cut, a comma, quote or bracket is missing, a key stands twice, or it is nested too deeply. "
                + "Nothing of this object or list was taken.");
        }

        return documents;
    }

    private List<IdDraft> Walk(JToken token, IdDraft around, IdKind? place) => token switch
    {
        JObject entry => Walk(_objects.Read(entry, place), around),
        JArray list => Walk(list, around, place),
        _ => [],
    };

    private List<IdDraft> Walk(JArray list, IdDraft around, IdKind? place)
    {
        var entries = list.Select(entry => (Entry: entry, Drafts: Walk(entry, around, place))).ToList();
        if (entries.Exists(entry => entry.Drafts.Count > 0))
        {
            foreach (var (entry, _) in entries.Where(entry => entry is { Entry: JObject, Drafts.Count: 0 }))
                _ids.Fault(entry.Line(), entry.Position(), "This entry of the list has no id under a key that is known. It was left out.");
        }

        return entries.SelectMany(entry => entry.Drafts).ToList();
    }

    private List<IdDraft> Walk(JsonFinding finding, IdDraft around)
    {
        var all = new IdDraft(finding.Draft.Line, finding.Draft.Position);
        all.FillFrom(finding.Draft);
        all.FillFrom(around);

        var drafts = finding.Branches.SelectMany(branch => Walk(Named(branch.Finding, branch.Key), all))
            .Concat(finding.Lists.SelectMany(list => Walk(list.Items, all, list.Place)))
            .Concat(finding.BareIds.Select(id => Bare(id.Kind, id.Id, all)))
            .ToList();
        // What is below speaks for what is around it; what it does not name has to speak for itself.
        if (finding.Draft.HasIds && !drafts.Exists(finding.Draft.IsWithin))
            drafts.Insert(0, all);
        return drafts;
    }

    /// <summary>In a map the key is the name, unless a better one is there.</summary>
    private static JsonFinding Named(JsonFinding finding, IdText key)
    {
        if (Enum.GetValues<IdKind>().All(kind => finding.Draft.Name(kind) is null))
        {
            finding.Draft.PlainName = key;
            finding.Draft.PlaceName(place: null);
        }

        return finding;
    }

    private static IdDraft Bare(IdKind kind, IdText id, IdDraft around)
    {
        var draft = new IdDraft(id.Line, id.Position);
        draft.SetId(kind, id);
        draft.FillFrom(around);
        return draft;
    }
}
