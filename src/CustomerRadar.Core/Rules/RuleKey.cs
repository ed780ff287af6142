using CustomerRadar.Core.Internal;

namespace CustomerRadar.Core.Rules;

/// <summary>The stable key of a send rule; a renamed rule keeps it.</summary>
public readonly record struct RuleKey
{
    /// <summary>The longest accepted value, in characters.</summary>
    public const int MaximumLength = 64;

    private readonly string? _value;

    private RuleKey(string value) => _value = value;

    /// <summary>Reads an identifier; surrounding white space is dropped.</summary>
    /// <exception cref="FormatException">The text is blank, longer than <see cref="MaximumLength"/>, or holds white space.</exception>
    public static RuleKey Parse(string? text) =>
        TryParse(text, out var id) ? id : throw Text.NotAnIdentifier("rule key", MaximumLength);

    /// <summary>Reads an identifier without throwing.</summary>
    public static bool TryParse(string? text, out RuleKey id)
    {
        var value = Text.Identifier(text, MaximumLength);
        id = value is null ? default : new RuleKey(value);
        return value is not null;
    }

    /// <summary>The identifier as text; empty for a default value.</summary>
    public override string ToString() => _value ?? "";
}
