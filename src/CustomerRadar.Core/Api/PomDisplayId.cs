using CustomerRadar.Core.Internal;

namespace CustomerRadar.Core.Api;

/// <summary>A point of measure (sub-measure) of a location (<c>pomDisplayId</c>); needed where a location has two or more.</summary>
public readonly record struct PomDisplayId
{
    /// <summary>The longest accepted value, in characters. Customer Radar documents no length; its examples have 31 and 32.</summary>
    public const int MaximumLength = 100;

    private readonly string? _value;

    private PomDisplayId(string value) => _value = value;

    /// <summary>Reads an identifier; surrounding white space is dropped.</summary>
    /// <exception cref="FormatException">The text is blank, longer than <see cref="MaximumLength"/>, or holds white space.</exception>
    public static PomDisplayId Parse(string? text) =>
        TryParse(text, out var id) ? id : throw Text.NotAnIdentifier("POM id", MaximumLength);

    /// <summary>Reads an identifier without throwing.</summary>
    public static bool TryParse(string? text, out PomDisplayId id)
    {
        var value = Text.Identifier(text, MaximumLength);
        id = value is null ? default : new PomDisplayId(value);
        return value is not null;
    }

    /// <summary>The identifier as text; empty for a default value.</summary>
    public override string ToString() => _value ?? "";
}
