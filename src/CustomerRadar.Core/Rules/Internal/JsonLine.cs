using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Rules.Internal;

/// <summary>Finds the line on which a place of a document stands.</summary>
internal static class JsonLine
{
    /// <summary>The line of a place, else of the nearest part around it that is there; null for a document that was not read from text.</summary>
    /// <param name="start">Where the place starts.</param>
    /// <param name="place">For example <c>metadata[2].value</c>.</param>
    public static int? Of(JObject start, string place)
    {
        JToken found = start;
        foreach (var step in place.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            var next = found switch
            {
                JObject inside => (JToken?)inside.Property(step, StringComparison.Ordinal),
                JArray inside when int.TryParse(step.TrimEnd(']'), out var index) && index < inside.Count => inside[index],
                _ => null,
            };
            if (next is null)
                break;
            found = next is JProperty { Value: JContainer inner } ? inner : next;
        }

        return found is IJsonLineInfo line && line.HasLineInfo() ? line.LineNumber : null;
    }
}
