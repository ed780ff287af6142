using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Rules.Internal;

/// <summary>The items of a list of a configuration; a fault names its place in the list.</summary>
internal static class DocumentList
{
    /// <summary>Texts that are not blank.</summary>
    public static IReadOnlyList<string> Texts(JArray items, string name, Action<string, string> fault)
    {
        var texts = new List<string>();
        foreach (var (i, item) in items.Index())
        {
            if (item is JValue { Value: string text } && text.Trim().Length > 0)
                texts.Add(text);
            else
                fault($"{name}[{i}]", "must be a text in quotation marks.");
        }

        return texts;
    }

    /// <summary>Names of an enum, each once.</summary>
    public static IReadOnlyList<T> Choices<T>(JArray items, string name, Action<string, string> fault)
        where T : struct, Enum
    {
        var chosen = new List<T>();
        foreach (var (i, item) in items.Index())
        {
            if (item is not JValue { Value: string text } || Known<T>(text) is not { } value)
                fault($"{name}[{i}]", $"must be one of {string.Join(", ", Enum.GetNames<T>())}.");
            else if (chosen.Contains(value))
                fault($"{name}[{i}]", "stands twice.");
            else
                chosen.Add(value);
        }

        return chosen;
    }

    /// <summary>The value of that name. By name only: a number would mean whatever the enum's order happens to be.</summary>
    public static T? Known<T>(string text)
        where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(known => string.Equals(known, text, StringComparison.OrdinalIgnoreCase)) is { } found ? Enum.Parse<T>(found) : null;
}
