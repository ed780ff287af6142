namespace CustomerRadar.Core.Api;

/// <summary>
/// One entry of <c>sendData</c>: whom to ask, about which location, with which metadata. The members are those that Customer Radar
/// documents; its table marks contact as required and does not say whether a mobile alone is enough.
/// </summary>
public sealed record InvitationEntry
{
    /// <summary>The e-mail address; null when the customer is asked by SMS only.</summary>
    public string? Email { get; init; }

    /// <summary>The mobile number, in national form, as in Customer Radar's examples (<c>0211234321</c>), or in E.164, of which they say nothing; null when the customer is asked by e-mail only.</summary>
    public string? Mobile { get; init; }

    /// <summary>The customer's first name, when known.</summary>
    public string? FirstName { get; init; }

    /// <summary>The customer's last name, when known.</summary>
    public string? LastName { get; init; }

    /// <summary>The location that the feedback is about.</summary>
    public required LocationDisplayId Location { get; init; }

    /// <summary>The point of measure; null where the location has only one.</summary>
    public PomDisplayId? Pom { get; init; }

    /// <summary>The metadata pairs, in the order of the rule's rows.</summary>
    public IReadOnlyList<MetadataValue> Metadata { get; init; } = [];
}
