namespace CustomerRadar.Core.Rules;

/// <summary>How a filter looks at a field. Stored by name: never rename a member.</summary>
public enum FilterTest
{
    /// <summary>Any of the field's values is one of the filter's, ignoring case.</summary>
    IsOneOf,

    /// <summary>None of the field's values is one of the filter's, ignoring case.</summary>
    IsNoneOf,

    /// <summary>The field's only value is a number, and at least the filter's.</summary>
    AtLeast,

    /// <summary>The field's only value is a number, and at most the filter's.</summary>
    AtMost,

    /// <summary>The field has no value.</summary>
    IsEmpty,

    /// <summary>The field has a value.</summary>
    IsNotEmpty,

    /// <summary>Any of the field's values looks like one of the filter's, in which <c>*</c> stands for any text and <c>?</c> for one character.</summary>
    Matches,

    /// <summary>None of the field's values looks like one of the filter's.</summary>
    MatchesNot,
}
