using Nop.Plugin.Misc.CustomerRadar.Orders.Tokens;

namespace Nop.Plugin.Misc.CustomerRadar.Orders;

/// <summary>
/// The tokens that a rule may name: an allow-list of our own, with nopCommerce's names where it has them. No address of a page, no password
/// and no HTML is among them; each is computed only when a rule names it, with and without a request alike.
/// </summary>
public static class OrderTokens
{
    private static readonly Dictionary<string, TokenReader> Tokens =
        new[] { OrderOwnTokens.All, AddressTokens.All, ProductTokens.All, ShipmentTokens.All, BuyerTokens.All, ConsentTokens.All }
            .SelectMany(tokens => tokens).ToDictionary(StringComparer.Ordinal);

    /// <summary>The names, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Tokens.Keys.Order(StringComparer.Ordinal)];

    /// <summary>How tokens begin that end in the name or the number of something that the merchant made, for example <c>Order.CheckoutAttribute.</c>.</summary>
    public static IReadOnlyList<string> Families { get; } = [.. ConsentTokens.Families.Keys.Order(StringComparer.Ordinal)];

    /// <summary>True when a rule may name the token.</summary>
    public static bool Contains(string name) => Tokens.ContainsKey(name) || FamilyOf(name) is not null;

    /// <summary>The values of a token; empty for one that is unknown.</summary>
    public static Task<IEnumerable<string?>> ValuesAsync(string name, OrderFacts facts) =>
        Tokens.TryGetValue(name, out var read) ? read(facts)
        : FamilyOf(name) is { } family ? ConsentTokens.Families[family](facts, name[family.Length..])
        : Task.FromResult<IEnumerable<string?>>([]);

    private static string? FamilyOf(string name) =>
        Families.FirstOrDefault(family => name.Length > family.Length && name.StartsWith(family, StringComparison.Ordinal));
}
