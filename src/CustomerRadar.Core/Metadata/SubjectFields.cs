namespace CustomerRadar.Core.Metadata;

/// <summary>The fields of a subject that a rule asked for: a name, and no, one or several values.</summary>
public sealed class SubjectFields
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values;

    private SubjectFields(Dictionary<string, IReadOnlyList<string>> values) => _values = values;

    /// <summary>No fields at all.</summary>
    public static SubjectFields Empty { get; } = new([]);

    /// <summary>The names of the fields that have a value.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    /// <summary>Takes fields over; blank values are dropped, the others trimmed. Names are exact.</summary>
    public static SubjectFields From(IEnumerable<KeyValuePair<string, IEnumerable<string?>>> fields) =>
        new(fields
            .Select(field => (field.Key, Values: Clean(field.Value)))
            .Where(field => field.Values.Count > 0)
            .ToDictionary(field => field.Key, field => field.Values, StringComparer.Ordinal));

    /// <summary>Takes over fields of one value each.</summary>
    public static SubjectFields From(IEnumerable<KeyValuePair<string, string?>> fields) =>
        From(fields.Select(field => KeyValuePair.Create<string, IEnumerable<string?>>(field.Key, [field.Value])));

    /// <summary>The values of a field; empty when it has none.</summary>
    public IReadOnlyList<string> Values(string name) => _values.GetValueOrDefault(name, []);

    private static IReadOnlyList<string> Clean(IEnumerable<string?> values) =>
        [.. values.Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.Trim())];
}
