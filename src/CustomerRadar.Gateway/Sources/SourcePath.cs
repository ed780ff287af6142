using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Gateway.Sources;

/// <summary>Where a value stands in a payload: a JSONPath that names places, without filters, so that no payload can make it slow.</summary>
internal sealed class SourcePath
{
    private readonly string _path;

    private SourcePath(string path) => _path = path;

    /// <summary>Reads a path such as <c>$.payload.attendees[0].email</c>.</summary>
    /// <exception cref="FormatException">It does not start with <c>$</c>, holds a filter or a script, or cannot be read.</exception>
    public static SourcePath Parse(string text)
    {
        if (!text.StartsWith('$') || text.Contains('?', StringComparison.Ordinal) || text.Contains("..", StringComparison.Ordinal))
            throw new FormatException("must be a path such as $.payload.uid, without filters and without \"..\".");
        try
        {
            new JObject().SelectToken(text);
        }
        catch (JsonException problem)
        {
            throw new FormatException($"is not a path: {problem.Message}", problem);
        }

        return new SourcePath(text);
    }

    /// <summary>The values at the path, as text; objects and lists have none.</summary>
    public IReadOnlyList<string> Values(JObject payload) =>
    [
        .. payload.SelectTokens(_path)
            .OfType<JValue>()
            .Select(value => value.Value is null ? null : Convert.ToString(value.Value, System.Globalization.CultureInfo.InvariantCulture))
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .Select(text => text!.Trim()),
    ];

    /// <summary>The first value; null when there is none.</summary>
    public string? Value(JObject payload) => Values(payload) is [var first, ..] ? first : null;

    /// <summary>The path as it was typed.</summary>
    public override string ToString() => _path;
}
