using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Tests.Api.Ids.Generators;

/// <summary>JSON of any shape with documented keys in it.</summary>
/// <param name="Json">The tree.</param>
public sealed record PastedTree(JContainer Json)
{
    public static readonly string[] IdKeys = ["clientDisplayId", "programmeDisplayId", "locationDisplayId", "pomDisplayId"];

    /// <summary>Every id with its key, found without the code under test.</summary>
    public IEnumerable<(string Key, string Id)> Ids => Json.DescendantsAndSelf().OfType<JProperty>()
        .Where(property => IdKeys.Contains(property.Name)).Select(property => (property.Name, (string)property.Value!));

    public override string ToString() => Json.ToString(Formatting.Indented);
}
