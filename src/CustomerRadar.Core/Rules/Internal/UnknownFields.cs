namespace CustomerRadar.Core.Rules.Internal;

/// <summary>The fields of a rule that a platform cannot give.</summary>
internal static class UnknownFields
{
    // A field is shown as the merchant wrote it: in quotation marks, or as a token of a template.
    private const char Plain = '"';
    private const char Token = '%';

    public static IEnumerable<RuleFault> Of(SendRule rule, IReadOnlySet<string> known, IReadOnlyCollection<string> families)
    {
        foreach (var (place, field, quote) in Named(rule))
        {
            // A blank one is a fault of its own already.
            if (string.IsNullOrWhiteSpace(field) || known.Contains(field) || families.Any(family => IsOf(field, family)))
                continue;
            yield return new RuleFault(place, families.Contains(field) ? $"{quote}{field}{quote} needs a name at its end."
                : Nearest.Of(field, known) is { } near ? $"{quote}{field}{quote} is not known here. Did you mean {quote}{near}{quote}?"
                : $"{quote}{field}{quote} is not known here.");
        }
    }

    private static bool IsOf(string field, string family) => field.Length > family.Length && field.StartsWith(family, StringComparison.Ordinal);

    private static IEnumerable<(string Place, string Field, char Quote)> Named(SendRule rule)
    {
        foreach (var (filter, i) in rule.Filters.Select((filter, i) => (filter, i)))
            yield return ($"filters[{i}].field", filter.Field, Plain);
        if (rule.Consent is { } consent)
            yield return ("consent.field", consent.Field, Plain);
        foreach (var (row, i) in rule.Programmes.Select((row, i) => (row, i)))
            yield return ($"programmes[{i}].field", row.Field, Plain);
        foreach (var (row, i) in rule.Locations.Select((row, i) => (row, i)))
            yield return ($"locations[{i}].field", row.Field, Plain);
        foreach (var (token, i) in rule.Metadata.SelectMany((row, i) => row.Template.Tokens.Select(token => (token, i))))
            yield return ($"metadata[{i}].value", token, Token);
    }
}
