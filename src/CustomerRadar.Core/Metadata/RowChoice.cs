using CustomerRadar.Core.Internal;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Metadata;

/// <summary>Chooses location and programme by a rule's rows: the first whose value matches wins. Pure.</summary>
public static class RowChoice
{
    /// <summary>The location and POM, else the rule's default.</summary>
    public static LocationChoice Location(SendRule rule, SubjectFields fields) =>
        First(rule.Locations, row => Matches(fields, row.Field, row.Value)) is { } at
            ? new LocationChoice(rule.Locations[at].Target, at + 1)
            : new LocationChoice(rule.DefaultLocation, null);

    /// <summary>The programme, else the rule's own.</summary>
    public static ProgrammeChoice Programme(SendRule rule, SubjectFields fields) =>
        First(rule.Programmes, row => Matches(fields, row.Field, row.Value)) is { } at
            ? new ProgrammeChoice(rule.Programmes[at].Programme, at + 1)
            : new ProgrammeChoice(rule.Programme, null);

    private static bool Matches(SubjectFields fields, string field, string wanted) => fields.Values(field).Any(value => FieldText.Same(value, wanted));

    private static int? First<T>(IReadOnlyList<T> rows, Func<T, bool> matches)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (matches(rows[i]))
                return i;
        }

        return null;
    }
}
