using CustomerRadar.Core.Internal;

namespace CustomerRadar.Core.Api;

/// <summary>The name under which a <see cref="Connection"/> is known in logs, pauses and pages.</summary>
public readonly record struct ConnectionKey
{
    /// <summary>The longest accepted value, in characters.</summary>
    public const int MaximumLength = 100;

    private readonly string? _value;

    private ConnectionKey(string value) => _value = value;

    /// <summary>Reads an identifier; surrounding white space is dropped.</summary>
    /// <exception cref="FormatException">The text is blank, longer than <see cref="MaximumLength"/>, or holds white space.</exception>
    public static ConnectionKey Parse(string? text) =>
        TryParse(text, out var id) ? id : throw Text.NotAnIdentifier("connection name", MaximumLength);

    /// <summary>Reads an identifier without throwing.</summary>
    public static bool TryParse(string? text, out ConnectionKey id)
    {
        var value = Text.Identifier(text, MaximumLength);
        id = value is null ? default : new ConnectionKey(value);
        return value is not null;
    }

    /// <summary>The identifier as text; empty for a default value.</summary>
    public override string ToString() => _value ?? "";
}
