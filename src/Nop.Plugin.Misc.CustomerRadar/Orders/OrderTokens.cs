using System.Globalization;
using Nop.Core.Domain.Common;

namespace Nop.Plugin.Misc.CustomerRadar.Orders;

/// <summary>
/// The tokens that a rule may name: an allow-list of our own, with nopCommerce's names where it has them. No address of a page, no password
/// and no HTML is among them; each is computed only when a rule names it, with and without a request alike.
/// </summary>
public static class OrderTokens
{
    private static readonly Dictionary<string, Func<OrderFacts, Task<IEnumerable<string?>>>> Tokens = new(StringComparer.Ordinal)
    {
        ["Order.OrderNumber"] = One(facts => facts.Order.CustomOrderNumber),
        ["Order.OrderId"] = One(facts => Text(facts.Order.Id)),
        ["Order.CreatedOn"] = One(facts => Text(facts.Order.CreatedOnUtc)),
        ["Order.PaidOn"] = One(facts => facts.Order.PaidDateUtc is { } paid ? Text(paid) : null),
        ["Order.Total"] = One(facts => facts.Order.OrderTotal.ToString("0.00", CultureInfo.InvariantCulture)),
        ["Order.Currency"] = One(facts => facts.Order.CustomerCurrencyCode),
        ["Order.PaymentMethod"] = One(facts => facts.Order.PaymentMethodSystemName),
        ["Order.ShippingMethod"] = One(facts => facts.Order.ShippingMethod),
        ["Order.Skus"] = async facts => (await facts.ProductsAsync()).Select(product => product.Sku),
        ["Order.ProductNames"] = async facts => (await facts.ProductsAsync()).Select(product => product.Name),
        ["Order.BillingCity"] = OfAddress(facts => facts.BillingAsync(), address => address.City),
        ["Order.BillingZipPostalCode"] = OfAddress(facts => facts.BillingAsync(), address => address.ZipPostalCode),
        ["Order.BillingCompany"] = OfAddress(facts => facts.BillingAsync(), address => address.Company),
        ["Order.BillingCountry"] = OfCountry(facts => facts.BillingAsync()),
        ["Order.ShippingCity"] = OfAddress(facts => facts.ShippingAsync(), address => address.City),
        ["Order.ShippingZipPostalCode"] = OfAddress(facts => facts.ShippingAsync(), address => address.ZipPostalCode),
        ["Order.ShippingCountry"] = OfCountry(facts => facts.ShippingAsync()),
        ["Store.Id"] = One(facts => Text(facts.Order.StoreId)),
        ["Store.Name"] = async facts => [(await facts.StoreAsync())?.Name],
        ["Customer.Id"] = One(facts => Text(facts.Order.CustomerId)),
    };

    /// <summary>The names, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Tokens.Keys.Order(StringComparer.Ordinal)];

    /// <summary>True when a rule may name the token.</summary>
    public static bool Contains(string name) => Tokens.ContainsKey(name);

    /// <summary>The values of a token; empty for one that is unknown.</summary>
    public static Task<IEnumerable<string?>> ValuesAsync(string name, OrderFacts facts) =>
        Tokens.TryGetValue(name, out var read) ? read(facts) : Task.FromResult<IEnumerable<string?>>([]);

    private static Func<OrderFacts, Task<IEnumerable<string?>>> One(Func<OrderFacts, string?> read) =>
        facts => Task.FromResult<IEnumerable<string?>>([read(facts)]);

    private static Func<OrderFacts, Task<IEnumerable<string?>>> OfAddress(Func<OrderFacts, Task<Address?>> find, Func<Address, string?> read) =>
        async facts => [await find(facts) is { } address ? read(address) : null];

    private static Func<OrderFacts, Task<IEnumerable<string?>>> OfCountry(Func<OrderFacts, Task<Address?>> find) =>
        async facts => [(await facts.CountryAsync((await find(facts))?.CountryId))?.Name];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
