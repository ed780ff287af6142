using System.Net.Mail;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Metadata;

/// <summary>Chooses e-mail address and mobile number as a rule needs them. Pure, given a phone library.</summary>
public static class ContactPolicy
{
    /// <summary>
    /// The first usable address and the first number that can be a mobile number. A number of the home country goes out in national
    /// form, since that is the form of Customer Radar's examples; one of another country in E.164, and only if the rule allows it.
    /// </summary>
    /// <param name="contact">The candidates, in order.</param>
    /// <param name="rule">What its programme needs.</param>
    /// <param name="homeCountry">The connection's home country; null: every number is foreign.</param>
    /// <param name="phones">Understands numbers.</param>
    public static ContactChoice Choose(Contact contact, SendRule rule, string? homeCountry, IPhoneNumbers phones)
    {
        var email = rule.Contact == ContactNeed.Mobile ? null : contact.Emails.Select(Usable).FirstOrDefault(text => text is not null);
        var (mobile, e164, noMobile) = rule.Contact == ContactNeed.Email ? (null, null, "") : Mobile(contact, rule, homeCountry, phones);
        var noEmail = contact.Emails.Any(text => !string.IsNullOrWhiteSpace(text)) ? "The e-mail address is not valid." : "There is no e-mail address.";

        var missing = rule.Contact switch
        {
            ContactNeed.Email => email is null ? noEmail : null,
            ContactNeed.Mobile => mobile is null ? noMobile : null,
            ContactNeed.EmailAndMobile => email is null ? noEmail : mobile is null ? noMobile : null,
            _ => email is null && mobile is null ? $"{noEmail} {noMobile}" : null,
        };
        return new ContactChoice(email, mobile, missing) { MobileE164 = e164 };
    }

    private static (string? Mobile, string? E164, string Problem) Mobile(Contact contact, SendRule rule, string? homeCountry, IPhoneNumbers phones)
    {
        var problem = "There is no mobile number.";
        foreach (var candidate in contact.Phones.Where(number => !string.IsNullOrWhiteSpace(number.Text)))
        {
            var parsed = phones.Parse(candidate, homeCountry);
            if (parsed is null)
                problem = "The phone number is not valid.";
            else if (!parsed.CanBeMobile)
                problem = "The phone number is not a mobile number.";
            else if (homeCountry is not null && string.Equals(parsed.Country, homeCountry, StringComparison.OrdinalIgnoreCase))
                return (parsed.National, parsed.E164, "");
            else if (rule.ForeignNumbers)
                return (parsed.E164, parsed.E164, "");
            else
                problem = "The mobile number is foreign, and the rule does not allow foreign numbers.";
        }

        return (null, null, problem);
    }

    private static string? Usable(string text)
    {
        var trimmed = text.Trim();
        return MailAddress.TryCreate(trimmed, out var address) && address.Address == trimmed && address.Host.Contains('.', StringComparison.Ordinal)
            ? trimmed
            : null;
    }
}
