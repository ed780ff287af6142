using CustomerRadar.Core.Internal;

namespace CustomerRadar.Core.Invitations;

/// <summary>The shop or booking source that an interaction belongs to: a nopCommerce store id, or the name of a gateway source.</summary>
public readonly record struct StoreKey
{
    /// <summary>The longest accepted value, in characters.</summary>
    public const int MaximumLength = 100;

    private readonly string? _value;

    private StoreKey(string value) => _value = value;

    /// <summary>Reads an identifier; surrounding white space is dropped.</summary>
    /// <exception cref="FormatException">The text is blank, longer than <see cref="MaximumLength"/>, or holds white space.</exception>
    public static StoreKey Parse(string? text) =>
        TryParse(text, out var id) ? id : throw Text.NotAnIdentifier("store key", MaximumLength);

    /// <summary>Reads an identifier without throwing.</summary>
    public static bool TryParse(string? text, out StoreKey id)
    {
        var value = Text.Identifier(text, MaximumLength);
        id = value is null ? default : new StoreKey(value);
        return value is not null;
    }

    /// <summary>The identifier as text; empty for a default value.</summary>
    public override string ToString() => _value ?? "";
}
