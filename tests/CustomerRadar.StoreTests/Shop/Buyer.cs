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

    /// <summary>How it is paid: the payment method's system name.</summary>
    public string Payment { get; init; } = ByCheque;

    /// <summary>Paid once the administrator says so.</summary>
    public const string ByCheque = "Payments.CheckMoneyOrder";

    /// <summary>Paid or authorised in the checkout, as the administrator has set it; the only one of the three that comes with the store that takes subscriptions.</summary>
    public const string ByCard = "Payments.Manual";
}
