using CustomerRadar.Core.Internal;

namespace CustomerRadar.Core.Api;

/// <summary>A location of a client (<c>locationDisplayId</c>): the shop, branch or property that the feedback is about.</summary>
public readonly record struct LocationDisplayId
{
    /// <summary>The longest accepted value, in characters. Customer Radar documents no length; its examples have 31 and 32.</summary>
    public const int MaximumLength = 100;

    private readonly string? _value;

    private LocationDisplayId(string value) => _value = value;

    /// <summary>Reads an identifier; surrounding white space is dropped.</summary>
    /// <exception cref="FormatException">The text is blank, longer than <see cref="MaximumLength"/>, or holds white space.</exception>
    public static LocationDisplayId Parse(string? text) =>
        TryParse(text, out var id) ? id : throw Text.NotAnIdentifier("location id", MaximumLength);

    /// <summary>Reads an identifier without throwing.</summary>
    public static bool TryParse(string? text, out LocationDisplayId id)
    {
        var value = Text.Identifier(text, MaximumLength);
        id = value is null ? default : new LocationDisplayId(value);
        return value is not null;
    }

    /// <summary>The identifier as text; empty for a default value.</summary>
    public override string ToString() => _value ?? "";
}
