namespace CustomerRadar.StoreTests.Shop;

/// <summary>Who buys, as typed at the checkout.</summary>
public sealed record Buyer
{
    /// <summary>First name.</summary>
    public string FirstName { get; init; } = "Hinemoa";

    /// <summary>Last name.</summary>
    public string LastName { get; init; } = "Walker";

    /// <summary>E-mail; by default one that nobody had before.</summary>
    public string Email { get; init; } = $"guest-{Guid.NewGuid():N}@example.test";

    /// <summary>Telephone.</summary>
    public string Phone { get; init; } = "021 555 0123";

    /// <summary>The country's name in the shop's list.</summary>
    public string Country { get; init; } = "New Zealand";
}
