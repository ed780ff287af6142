using System.Globalization;
using CustomerRadar.Core.Metadata;

namespace CustomerRadar.Core.Rules.Internal;

/// <summary>What can be wrong with a rule in itself.</summary>
internal static class RuleFaults
{
    public static IEnumerable<RuleFault> Of(SendRule rule) =>
    [
        .. Whole(rule),
        .. rule.Window is { } window ? Window(window) : [],
        .. rule.Filters.SelectMany(Filter),
        .. rule.Consent is { } consent ? Consent(consent) : [],
        .. rule.Programmes.SelectMany((row, i) => Row($"programmes[{i}]", row.Field, row.Value, "programmeDisplayId", row.Programme.ToString())),
        .. rule.Locations.SelectMany((row, i) => Row($"locations[{i}]", row.Field, row.Value, "locationDisplayId", row.Target.Location.ToString())),
        .. Location(rule),
        .. Metadata(rule.Metadata),
    ];

    private static IEnumerable<RuleFault> Whole(SendRule rule)
    {
        if (rule.Key == default)
            yield return new("key", "is missing.");
        if (string.IsNullOrWhiteSpace(rule.Name))
            yield return new("name", "is missing.");
        if (rule is { Store: not null, Client: not null })
            yield return new("clientDisplayId", "is for rules of all stores; this one names its store.");
        if (rule.Delay.Days is < 0 or > SendDelay.MaximumDays || rule.Delay.Time < TimeSpan.Zero || rule.Delay.Time > TimeSpan.FromHours(24))
            yield return new("delay", string.Create(CultureInfo.InvariantCulture, $"must be 0 to {SendDelay.MaximumDays} days and 0 to 24 hours."));
        if (rule.SamplePercent is not (> 0 and <= 100))
            yield return new("samplePercent", "must be a number above 0, and at most 100.");
        if (rule.Cap is { Days: < 1 or > FrequencyCap.MaximumDays })
            yield return new("cap.days", Whole(1, FrequencyCap.MaximumDays));
        if (rule.MaximumAgeDays is < 1 or > SendRule.LongestMaximumAge)
            yield return new("maximumAgeDays", Whole(1, SendRule.LongestMaximumAge));
        if (rule.Programme == default)
            yield return new("programmeDisplayId", "is missing.");
    }

    private static IEnumerable<RuleFault> Window(SendWindow window)
    {
        if (window.Days.Count == 0)
            yield return new("window.days", "needs at least one weekday, or it would never open.");
    }

    private static IEnumerable<RuleFault> Filter(RuleFilter filter, int index)
    {
        var place = $"filters[{index}]";
        if (string.IsNullOrWhiteSpace(filter.Field))
            yield return new($"{place}.field", "is missing.");
        switch (filter.Test)
        {
            case FilterTest.IsEmpty or FilterTest.IsNotEmpty when filter.Values.Count > 0:
                yield return new($"{place}.values", $"must be left out for {filter.Test}.");
                break;
            case FilterTest.AtLeast or FilterTest.AtMost when filter.Values is not [var only] || Numbers.Read(only) is null:
                yield return new($"{place}.values", $"must be one number for {filter.Test}, with a point before the decimals.");
                break;
            case FilterTest.IsOneOf or FilterTest.IsNoneOf or FilterTest.Matches or FilterTest.MatchesNot when !HasTexts(filter.Values):
                yield return new($"{place}.values", $"needs at least one text for {filter.Test}, and no blank one.");
                break;
        }
    }

    private static IEnumerable<RuleFault> Consent(ConsentNeed consent)
    {
        if (string.IsNullOrWhiteSpace(consent.Field))
            yield return new("consent.field", "is missing.");
        if (!HasTexts(consent.Values))
            yield return new("consent.values", "needs at least one value that means yes, and no blank one.");
    }

    private static IEnumerable<RuleFault> Row(string place, string field, string value, string idName, string id)
    {
        if (string.IsNullOrWhiteSpace(field))
            yield return new($"{place}.field", "is missing.");
        if (string.IsNullOrWhiteSpace(value))
            yield return new($"{place}.value", "is missing.");
        if (id.Length == 0)
            yield return new($"{place}.{idName}", "is missing.");
    }

    private static IEnumerable<RuleFault> Location(SendRule rule)
    {
        if (rule.Locations.Count == 0 && rule.DefaultLocation is null)
            yield return new("defaultLocation", "is missing: a rule needs it, or rows under \"locations\".");
        if (rule.DefaultLocation is { } target && target.Location == default)
            yield return new("defaultLocation.locationDisplayId", "is missing.");
    }

    private static IEnumerable<RuleFault> Metadata(IReadOnlyList<MetadataRow> rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            var key = rows[i].Key;
            if (string.IsNullOrWhiteSpace(key))
                yield return new($"metadata[{i}].key", "is missing.");
            else if (key.Length > InvitationRequestCheck.LongestKey || key.Any(char.IsControl))
                yield return new($"metadata[{i}].key", $"must be one line of at most {InvitationRequestCheck.LongestKey} characters.");
            else if (!seen.Add(key))
                yield return new($"metadata[{i}].key", $"the key \"{key}\" stands twice.");
            if (string.IsNullOrWhiteSpace(rows[i].Template.Text))
                yield return new($"metadata[{i}].value", "is missing.");
        }
    }

    private static bool HasTexts(IReadOnlyList<string> values) => values.Count > 0 && values.All(value => !string.IsNullOrWhiteSpace(value));

    private static string Whole(int minimum, int maximum) =>
        string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {minimum} to {maximum}.");
}
