using Nop.Core.Domain.Common;
using Nop.Core.Domain.Directory;

namespace Nop.Plugin.Misc.CustomerRadar.Orders.Tokens;

/// <summary>The billing and the shipping address, and where an order is picked up.</summary>
internal static class AddressTokens
{
    public static IReadOnlyDictionary<string, TokenReader> All { get; } = Make();

    private static Dictionary<string, TokenReader> Make()
    {
        var tokens = new Dictionary<string, TokenReader>
        {
            ["Order.CustomerEmail"] = Token.Of<Address>(facts => facts.BillingAsync(), address => address.Email),
            ["Order.CustomerFullName"] = Token.Of<Address>(facts => facts.BillingAsync(), address => $"{address.FirstName} {address.LastName}".Trim()),
            ["Order.PickupAddress1"] = Token.Of<Address>(facts => facts.PickupAsync(), address => address.Address1),
            ["Order.PickupCity"] = Token.Of<Address>(facts => facts.PickupAsync(), address => address.City),
            ["Order.PickupZipPostalCode"] = Token.Of<Address>(facts => facts.PickupAsync(), address => address.ZipPostalCode),
        };
        Add(tokens, "Order.Billing", facts => facts.BillingAsync());
        Add(tokens, "Order.Shipping", facts => facts.ShippingAsync());
        return tokens;
    }

    private static void Add(Dictionary<string, TokenReader> tokens, string prefix, Func<OrderFacts, Task<Address?>> findAsync)
    {
        tokens.Add(prefix + "FirstName", Token.Of(findAsync, address => address.FirstName));
        tokens.Add(prefix + "LastName", Token.Of(findAsync, address => address.LastName));
        tokens.Add(prefix + "Email", Token.Of(findAsync, address => address.Email));
        tokens.Add(prefix + "PhoneNumber", Token.Of(findAsync, address => address.PhoneNumber));
        tokens.Add(prefix + "Company", Token.Of(findAsync, address => address.Company));
        tokens.Add(prefix + "Address1", Token.Of(findAsync, address => address.Address1));
        tokens.Add(prefix + "Address2", Token.Of(findAsync, address => address.Address2));
        tokens.Add(prefix + "City", Token.Of(findAsync, address => address.City));
        tokens.Add(prefix + "County", Token.Of(findAsync, address => address.County));
        tokens.Add(prefix + "ZipPostalCode", Token.Of(findAsync, address => address.ZipPostalCode));
        tokens.Add(prefix + "StateProvince", Token.One(async facts =>
            await facts.Sources.Tables.FindAsync<StateProvince>((await findAsync(facts))?.StateProvinceId) is { } state ? await facts.NameAsync(state, state.Name) : null));
        tokens.Add(prefix + "Country", Token.One(async facts =>
            await CountryAsync(facts, findAsync) is { } country ? await facts.NameAsync(country, country.Name) : null));
        tokens.Add(prefix + "CountryCode", Token.Of(facts => CountryAsync(facts, findAsync), country => country.TwoLetterIsoCode));
    }

    private static async Task<Country?> CountryAsync(OrderFacts facts, Func<OrderFacts, Task<Address?>> findAsync) =>
        await facts.CountryAsync((await findAsync(facts))?.CountryId);
}
