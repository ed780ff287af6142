using System.Net.Mail;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Gateway.Contacts;

/// <summary>Reads <c>{"emails": […], "mobiles": […]}</c>. A contact that cannot be read is a fault: who opts out must not be passed over in silence.</summary>
internal static class ContactListReader
{
    /// <summary>The most contacts of one request.</summary>
    public const int Maximum = 10_000;

    /// <summary>Reads the two lists; faults name the place, never the contact.</summary>
    public static Contact Read(DocumentObject json, IPhoneNumbers phones, string? homeCountry)
    {
        var contact = new Contact
        {
            Emails = json.Texts("emails"),
            Phones = [.. json.Texts("mobiles").Select(text => new PhoneNumber(text, null))],
        };
        foreach (var (email, i) in contact.Emails.Select((email, i) => (email, i)))
        {
            if (!MailAddress.TryCreate(email.Trim(), out var address) || address.Address != email.Trim())
                json.Fault($"emails[{i}]", "is no e-mail address.");
        }

        foreach (var (phone, i) in contact.Phones.Select((phone, i) => (phone, i)))
        {
            if (phones.Parse(phone, homeCountry) is null)
                json.Fault($"mobiles[{i}]", homeCountry is null ? "is no phone number with its country code, as +64211234321." : $"is no phone number of {homeCountry}, and none with its country code.");
        }

        var count = contact.Emails.Count + contact.Phones.Count;
        if (count == 0 && json.Faults.Count == 0)
            json.Fault("emails", "there is no contact: give emails, mobiles or both.");
        if (count > Maximum)
            json.Fault("emails", $"there are {count} contacts; send at most {Maximum} at once.");
        return contact;
    }
}
