using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Metadata;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Consumers;

/// <summary>
/// Finds the addresses and numbers of an erased customer on the orders, whose copies the store keeps: a guest has them nowhere else, and comes
/// back as another customer with the same ones.
/// </summary>
public sealed class ErasedContacts(StoreTables tables, IPhoneNumbers phones)
{
    /// <summary>Their hashes, each once.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="email">The address of the account; blank for a guest.</param>
    /// <param name="hasher">Makes the hashes.</param>
    public async Task<IReadOnlyCollection<ContactHash>> FindAsync(int customerId, string? email, ContactHasher hasher)
    {
        var orders = await tables.ListAsync<Order>(rows => rows.Where(order => order.CustomerId == customerId));
        var addresses = await tables.FindAsync<Address>(orders.SelectMany(order => new[] { order.BillingAddressId, order.ShippingAddressId ?? 0 }));
        var countries = (await tables.FindAsync<Country>(addresses.Select(address => address.CountryId ?? 0))).ToDictionary(country => country.Id);

        var contacts = new HashSet<ContactHash>();
        foreach (var text in addresses.Select(address => address.Email).Append(email))
        {
            if (!string.IsNullOrWhiteSpace(text))
                contacts.Add(hasher.Email(text));
        }

        foreach (var address in addresses.Where(address => !string.IsNullOrWhiteSpace(address.PhoneNumber)))
        {
            var country = address.CountryId is { } id ? countries.GetValueOrDefault(id)?.TwoLetterIsoCode : null;
            if (phones.Parse(new PhoneNumber(address.PhoneNumber, country), homeCountry: null) is { } number)
                contacts.Add(hasher.Phone(number.E164));
        }

        return contacts;
    }
}
