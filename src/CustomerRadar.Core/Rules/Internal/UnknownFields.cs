namespace CustomerRadar.Core.Rules.Internal;

/// <summary>The fields of a rule that a platform cannot give.</summary>
internal static class UnknownFields
{
    public static IEnumerable<RuleFault> Of(SendRule rule, IReadOnlySet<string> known, IReadOnlyCollection<string> families)
    {
        foreach (var (place, field, shown) in Named(rule))
        {
            // A blank one is a fault of its own already.
            if (string.IsNullOrWhiteSpace(field) || known.Contains(field) || families.Any(family => IsOf(field, family)))
                continue;
            yield return new RuleFault(place, families.Contains(field) ? $"{shown(field)} needs a name at its end."
                : Nearest.Of(field, known) is { } near ? $"{shown(field)} is not known here. Did you mean {shown(near)}?"
                : $"{shown(field)} is not known here.");
        }
    }

    private static bool IsOf(string field, string family) => field.Length > family.Length && field.StartsWith(family, StringComparison.Ordinal);

    private static IEnumerable<(string Place, string Field, Func<string, string> Shown)> Named(SendRule rule) =>
    [
        .. rule.Filters.Select((filter, i) => ($"filters[{i}].field", filter.Field, (Func<string, string>)Plain)),
        .. rule.Consent is { } consent ? [("consent.field", consent.Field, (Func<string, string>)Plain)] : Array.Empty<(string, string, Func<string, string>)>(),
        .. rule.Programmes.Select((row, i) => ($"programmes[{i}].field", row.Field, (Func<string, string>)Plain)),
        .. rule.Locations.Select((row, i) => ($"locations[{i}].field", row.Field, (Func<string, string>)Plain)),
        .. rule.Metadata.SelectMany((row, i) => row.Template.Tokens.Select(token => ($"metadata[{i}].value", token, (Func<string, string>)Token))),
    ];

    private static string Plain(string field) => $"\"{field}\"";

    private static string Token(string field) => $"%{field}%";
}
