using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Gateway.Settings;

namespace CustomerRadar.Gateway.Contacts;

/// <summary>Hashes contacts the way a check before sending does, so that opt-outs and erasures find whom they mean.</summary>
internal sealed class ContactHashes(InstallationKey key, IPhoneNumbers phones, GatewaySettings settings)
{
    /// <summary>The hashes of a contact; a number that cannot be read has none.</summary>
    public async ValueTask<IReadOnlyCollection<ContactHash>> OfAsync(StoreKey store, Contact contact, CancellationToken cancellationToken) =>
        KnownContacts.Of(
            store, new SubjectSnapshot { Contact = contact }, settings.Connection.HomeCountry, phones, await key.HasherAsync(cancellationToken));
}
