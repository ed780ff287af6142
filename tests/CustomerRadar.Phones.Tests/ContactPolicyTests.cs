using CustomerRadar.Core.Api;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerRadar.Phones.Tests;

/// <summary>Core's contact policy over the real library: which number of an order goes out, and in which form.</summary>
public sealed class ContactPolicyTests
{
    private readonly IPhoneNumbers _phones = new ServiceCollection().AddCustomerRadarPhones().BuildServiceProvider().GetRequiredService<IPhoneNumbers>();

    // home, foreign allowed, the numbers as billing | shipping | customer, each "country:typed" -> the number that goes out, its E.164
    [TestCase("NZ", false, "NZ:021 123 4321", "0211234321", "+64211234321", TestName = "{m}: own country, in national form")]
    [TestCase("NZ", false, "NZ:+64 21 123 4321", "0211234321", "+64211234321", TestName = "{m}: own country with a plus, in national form")]
    [TestCase("NZ", false, "AU:+64 21 123 4321", "0211234321", "+64211234321", TestName = "{m}: the plus before the address's country")]
    [TestCase("NZ", false, ":021 123 4321", "0211234321", "+64211234321", TestName = "{m}: an address without a country is at home")]
    [TestCase("NZ", true, "AU:0412 345 678", "+61412345678", "+61412345678", TestName = "{m}: foreign, allowed: E.164")]
    [TestCase("US", false, "US:(201) 555-0123", "2015550123", "+12015550123", TestName = "{m}: fixed line or mobile passes")]
    [TestCase("NZ", true, "US:(201) 555-0123", "+12015550123", "+12015550123", TestName = "{m}: foreign, fixed line or mobile passes")]
    [TestCase("US", true, "BS:+1 242 357 1234", "+12423571234", "+12423571234", TestName = "{m}: the Bahamas are foreign to the United States")]
    [TestCase("NZ", false, "NZ:09 300 1234|NZ:021 123 4321", "0211234321", "+64211234321", TestName = "{m}: billing has a landline, shipping a mobile")]
    [TestCase("NZ", false, "NZ:junk|NZ:|NZ:021 123 4321", "0211234321", "+64211234321", TestName = "{m}: billing garbage, shipping none, customer's own")]
    [TestCase("NZ", false, "AU:0412 345 678|NZ:021 123 4321", "0211234321", "+64211234321", TestName = "{m}: billing foreign and not allowed, shipping at home")]
    [TestCase("NZ", true, "AU:0412 345 678|NZ:021 123 4321", "+61412345678", "+61412345678", TestName = "{m}: billing foreign and allowed goes first")]
    [TestCase("NZ", false, "NZ:021 123 4321|NZ:027 555 1234", "0211234321", "+64211234321", TestName = "{m}: two mobiles, billing's goes out")]
    [TestCase(null, true, "NZ:021 123 4321", "+64211234321", "+64211234321", TestName = "{m}: no home country: every number is foreign")]
    public void Choose_AMobile_GoesOut(string? home, bool foreign, string numbers, string mobile, string e164)
    {
        var choice = Choose(home, foreign, numbers);
        Assert.That((choice.Mobile, choice.MobileE164, choice.Missing), Is.EqualTo((mobile, e164, (string?)null)));
    }

    [TestCase("NZ", false, "", "There is no mobile number.")]
    [TestCase("NZ", false, "NZ: ", "There is no mobile number.")]
    [TestCase("NZ", false, "NZ:call me", "The phone number is not valid.")]
    [TestCase("NZ", false, "NZ:09 300 1234", "The phone number is not a mobile number.")]
    [TestCase("NZ", false, "AU:0412 345 678", "The mobile number is foreign, and the rule does not allow foreign numbers.")]
    [TestCase(null, false, "NZ:021 123 4321", "The mobile number is foreign, and the rule does not allow foreign numbers.")]
    [TestCase("NZ", true, "AU:02 9374 4000", "The phone number is not a mobile number.")]
    [TestCase(null, true, ":021 123 4321", "The phone number is not valid.")]
    public void Choose_NoMobile_SaysWhy(string? home, bool foreign, string numbers, string missing)
    {
        var choice = Choose(home, foreign, numbers);
        Assert.That((choice.Mobile, choice.MobileE164, choice.Missing), Is.EqualTo(((string?)null, (string?)null, missing)));
    }

    private ContactChoice Choose(string? home, bool foreign, string numbers)
    {
        var contact = new Contact
        {
            Emails = ["abc@example.com"],
            Phones =
            [
                .. numbers.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(number => number.Split(':', 2))
                    .Select(parts => new PhoneNumber(parts[1], parts[0].Length == 0 ? null : parts[0])),
            ],
        };
        var rule = new SendRule
        {
            Key = RuleKey.Parse("rule"),
            Name = "Rule",
            Trigger = Trigger.OrderPaid,
            Programme = ProgrammeDisplayId.Parse("programme"),
            Contact = ContactNeed.Mobile,
            ForeignNumbers = foreign,
        };
        return ContactPolicy.Choose(contact, rule, home, _phones);
    }
}
