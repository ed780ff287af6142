using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Api.Ids.Internal;

/// <summary>What one JSON object says, with the objects that belong to it; and what branches off.</summary>
/// <param name="Draft">The ids and names of this one thing.</param>
internal sealed record JsonFinding(IdDraft Draft)
{
    /// <summary>Lists below, each with whose list it is where its key says so.</summary>
    public List<(JArray Items, IdKind? Place)> Lists { get; } = [];

    /// <summary>Lists of bare ids.</summary>
    public List<(IdKind Kind, IdText Id)> BareIds { get; } = [];

    /// <summary>Objects below that are of a kind with each other, as in a map from name to object.</summary>
    public List<(IdText Key, JsonFinding Finding)> Branches { get; } = [];

    /// <summary>Takes over an object that stands under one of our keys and contradicts nothing: it speaks of the same thing.</summary>
    public void Merge(JsonFinding part)
    {
        Draft.FillFrom(part.Draft);
        Lists.AddRange(part.Lists);
        BareIds.AddRange(part.BareIds);
        Branches.AddRange(part.Branches);
    }
}
