using CustomerRadar.Core.Internal;

namespace CustomerRadar.Core.Invitations;

/// <summary>What the customer did, as one thing: <c>order:123</c>, <c>booking:AB12</c>. Case counts.</summary>
public readonly record struct SubjectKey
{
    /// <summary>The longest accepted value, in characters.</summary>
    public const int MaximumLength = 200;

    private readonly string? _value;

    private SubjectKey(string value) => _value = value;

    /// <summary>Reads an identifier; surrounding white space is dropped.</summary>
    /// <exception cref="FormatException">The text is blank, longer than <see cref="MaximumLength"/>, or holds white space.</exception>
    public static SubjectKey Parse(string? text) =>
        TryParse(text, out var id) ? id : throw Text.NotAnIdentifier("subject", MaximumLength);

    /// <summary>Reads an identifier without throwing.</summary>
    public static bool TryParse(string? text, out SubjectKey id)
    {
        var value = Text.Identifier(text, MaximumLength);
        id = value is null ? default : new SubjectKey(value);
        return value is not null;
    }

    /// <summary>The identifier as text; empty for a default value.</summary>
    public override string ToString() => _value ?? "";
}
