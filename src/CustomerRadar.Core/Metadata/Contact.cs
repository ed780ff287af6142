namespace CustomerRadar.Core.Metadata;

/// <summary>Whom a subject belongs to: candidates in the order in which they are tried.</summary>
public sealed record Contact
{
    /// <summary>E-mail addresses, the first usable one wins.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Phone numbers, the first that can be a mobile number wins.</summary>
    public IReadOnlyList<PhoneNumber> Phones { get; init; } = [];

    /// <summary>First name, when known; it is always sent with the contact.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name, when known; it is always sent with the contact.</summary>
    public string? LastName { get; init; }
}
