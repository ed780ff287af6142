using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Gateway.Requests;
using CustomerRadar.Gateway.Settings;

namespace CustomerRadar.Gateway.Contacts;

/// <summary>Reads whom an operator's request is about.</summary>
internal sealed class ContactRequests(ContactHashes hashes, IPhoneNumbers phones, GatewaySettings settings)
{
    // A customer's number would need a store; an e-mail address or phone number is the same at every source.
    private static readonly StoreKey AnyStore = StoreKey.Parse("any");

    /// <summary>The hashes, or the answer to a body that cannot be used.</summary>
    public async Task<(IReadOnlyCollection<ContactHash> Contacts, IResult? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (contact, refusal) = await RequestBody.ReadAsync(
            request, json => ContactListReader.Read(json, phones, settings.Connection.HomeCountry), cancellationToken);
        return contact is null ? ([], refusal) : (await hashes.OfAsync(AnyStore, contact, cancellationToken), null);
    }
}
