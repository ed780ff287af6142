using CustomerRadar.StoreTests.Admin;
using CustomerRadar.StoreTests.Shop;

namespace CustomerRadar.StoreTests.Scenarios;

/// <summary>One line of the table of cases.</summary>
/// <param name="Name">What is tried.</param>
/// <param name="State">Where its one invitation must end; empty when there must be none.</param>
/// <param name="Reason">Why, as the row must say, with * for a number or date that differs; null for none.</param>
public sealed record OrderCase(string Name, string State, string? Reason = null)
{
    /// <summary>What is typed on the plugin's page on top of <see cref="PluginConfiguration.For"/>.</summary>
    public Func<PluginConfiguration, PluginConfiguration> Rule { get; init; } = configuration => configuration;

    /// <summary>Rules that are written instead of the page's own, as <see cref="RuleFile.Of"/> wants them; empty for the page's own.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Who buys.</summary>
    public Buyer Buyer { get; init; } = new();

    /// <summary>What.</summary>
    public Product Product { get; init; } = Product.Service;

    /// <summary>How it is ordered; by default by a guest.</summary>
    public Func<OrderDesk, Product, Buyer, Task<OrderNumber>> Places { get; init; } = (desk, product, buyer) => desk.AsGuestAsync(product, buyer);

    /// <summary>What happens to the order in the admin.</summary>
    public Func<OrderPage, Task> Happens { get; init; } = order => order.MarkAsPaidAsync();

    /// <summary>The mobile number that must reach Customer Radar; null when it does not matter.</summary>
    public string? Mobile { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
