using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;

namespace CustomerRadar.Core.Contacts.Internal;

/// <summary>The hashes of everything known of a subject's customer: whoever opted out with one of his contacts is not asked over another.</summary>
internal static class KnownContacts
{
    public static IReadOnlyCollection<ContactHash> Of(
        StoreKey store, SubjectSnapshot subject, string? homeCountry, IPhoneNumbers phones, ContactHasher hasher)
    {
        var hashes = new HashSet<ContactHash>();
        foreach (var email in subject.Contact.Emails.Where(text => !string.IsNullOrWhiteSpace(text)))
            hashes.Add(hasher.Email(email));
        foreach (var phone in subject.Contact.Phones.Where(number => !string.IsNullOrWhiteSpace(number.Text)))
        {
            if (phones.Parse(phone, homeCountry) is { } parsed)
                hashes.Add(hasher.Phone(parsed.E164));
        }

        if (!string.IsNullOrWhiteSpace(subject.CustomerId))
            hashes.Add(hasher.Customer(store, subject.CustomerId));
        return hashes;
    }
}
