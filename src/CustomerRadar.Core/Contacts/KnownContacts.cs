using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;

namespace CustomerRadar.Core.Contacts;

/// <summary>The hashes of everything known of a subject's customer: whoever opted out with one of his contacts is not asked over another.</summary>
public static class KnownContacts
{
    /// <summary>The hashes of a subject's contacts. A number that no phone library understands has none.</summary>
    /// <param name="store">The shop or booking source, for the customer's number there.</param>
    /// <param name="subject">Whose contact and customer number count.</param>
    /// <param name="homeCountry">Taken for a number without a country; null for none.</param>
    /// <param name="phones">Understands numbers.</param>
    /// <param name="hasher">The installation's.</param>
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
