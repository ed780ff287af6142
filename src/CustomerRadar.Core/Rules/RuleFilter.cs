using CustomerRadar.Core.Internal;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules.Internal;

namespace CustomerRadar.Core.Rules;

/// <summary>A condition that an order or booking has to meet.</summary>
/// <param name="Field">A field of the subject, for example <c>Order.Total</c> or <c>Customer.Roles</c>.</param>
/// <param name="Test">How it is looked at.</param>
/// <param name="Values">
/// What it is compared with, ignoring case and surrounding white space: one number for <see cref="FilterTest.AtLeast"/> and
/// <see cref="FilterTest.AtMost"/>, none for <see cref="FilterTest.IsEmpty"/> and <see cref="FilterTest.IsNotEmpty"/>, else at least one.
/// </param>
public sealed record RuleFilter(string Field, FilterTest Test, IReadOnlyList<string> Values)
{
    /// <summary>Whether a subject meets it.</summary>
    public bool IsMetBy(SubjectFields fields)
    {
        var found = fields.Values(Field);
        return Test switch
        {
            FilterTest.IsOneOf => found.Any(IsListed),
            FilterTest.IsNoneOf => !found.Any(IsListed),
            FilterTest.AtLeast => Only(found) is { } number && Limit is { } limit && number >= limit,
            FilterTest.AtMost => Only(found) is { } number && Limit is { } limit && number <= limit,
            FilterTest.IsEmpty => found.Count == 0,
            FilterTest.IsNotEmpty => found.Count > 0,
            FilterTest.Matches => found.Any(LooksListed),
            FilterTest.MatchesNot => !found.Any(LooksListed),
            _ => throw new InvalidOperationException($"A filter test of no known kind: {Test}."),
        };
    }

    /// <summary>
    /// Why a subject does not meet it, in plain words; null when it does. Names the field and what kind of value it has, never the value, and
    /// not what the filter lists either: that may be somebody's address.
    /// </summary>
    public string? Objection(SubjectFields fields)
    {
        if (IsMetBy(fields))
            return null;
        var found = fields.Values(Field);
        var what = Test switch
        {
            FilterTest.IsEmpty => "has a value",
            _ when found.Count == 0 => "has no value",
            FilterTest.IsOneOf => "is none of the listed values",
            FilterTest.IsNoneOf => "is one of the listed values",
            FilterTest.Matches => "matches none of the patterns",
            FilterTest.MatchesNot => "matches one of the patterns",
            _ when found.Count > 1 => "has several values",
            _ when Only(found) is null => "is not a number",
            FilterTest.AtLeast => $"is less than {string.Join(", ", Values)}",
            _ => $"is more than {string.Join(", ", Values)}",
        };
        return $"A filter of the rule is not met: {Field} {what}.";
    }

    /// <inheritdoc/>
    public bool Equals(RuleFilter? other) => other is not null && Field == other.Field && Test == other.Test && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, Test, Values.Count);

    private decimal? Limit => Values is [var only] ? Numbers.Read(only) : null;

    private static decimal? Only(IReadOnlyList<string> found) => found is [var only] ? Numbers.Read(only) : null;

    private bool IsListed(string value) => Values.Any(listed => FieldText.Same(value, listed));

    private bool LooksListed(string value) => Values.Any(pattern => Wildcard.Matches(value.Trim(), pattern.Trim()));
}
