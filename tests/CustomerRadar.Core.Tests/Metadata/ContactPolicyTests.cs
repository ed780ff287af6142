using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Tests.Invitations;
using Moq;

namespace CustomerRadar.Core.Tests.Metadata;

public sealed class ContactPolicyTests
{
    private const string Home = "021 123 4321";
    private const string Foreign = "+61 412 345 678";
    private const string Landline = "09 123 4567";

    // need, e-mails, phones, foreign allowed -> e-mail, mobile, missing
    [TestCase(ContactNeed.EmailOrMobile, "a@b.nz", Home, false, "a@b.nz", "0211234321", null)]
    [TestCase(ContactNeed.EmailOrMobile, "", Home, false, null, "0211234321", null)]
    [TestCase(ContactNeed.EmailOrMobile, "a@b.nz", "", false, "a@b.nz", null, null)]
    [TestCase(ContactNeed.EmailOrMobile, "a@b.nz", Foreign, false, "a@b.nz", null, null)]
    [TestCase(ContactNeed.EmailOrMobile, "", "", false, null, null, "There is no e-mail address. There is no mobile number.")]
    [TestCase(ContactNeed.EmailOrMobile, "nobody", Landline, false, null, null, "The e-mail address is not valid. The phone number is not a mobile number.")]
    [TestCase(ContactNeed.Email, "a@b.nz", Home, false, "a@b.nz", null, null)]
    [TestCase(ContactNeed.Email, "bad|a@b.nz", "", false, "a@b.nz", null, null)]
    [TestCase(ContactNeed.Email, "a@b", Home, false, null, null, "The e-mail address is not valid.")]
    [TestCase(ContactNeed.Email, "Dave <a@b.nz>", Home, false, null, null, "The e-mail address is not valid.")]
    [TestCase(ContactNeed.Mobile, "a@b.nz", Home, false, null, "0211234321", null)]
    [TestCase(ContactNeed.Mobile, "a@b.nz", "junk", false, null, null, "The phone number is not valid.")]
    [TestCase(ContactNeed.Mobile, "a@b.nz", Foreign, false, null, null, "The mobile number is foreign, and the rule does not allow foreign numbers.")]
    [TestCase(ContactNeed.Mobile, "a@b.nz", Foreign, true, null, "+61412345678", null)]
    [TestCase(ContactNeed.Mobile, "", Landline + "|" + Home, false, null, "0211234321", null)]
    [TestCase(ContactNeed.EmailAndMobile, "a@b.nz", Home, false, "a@b.nz", "0211234321", null)]
    [TestCase(ContactNeed.EmailAndMobile, "a@b.nz", "", false, "a@b.nz", null, "There is no mobile number.")]
    [TestCase(ContactNeed.EmailAndMobile, "", Home, false, null, "0211234321", "There is no e-mail address.")]
    public void Choose_CasesOfTheDocumentation(
        ContactNeed need, string emails, string phones, bool foreignAllowed, string? email, string? mobile, string? missing)
    {
        var contact = new Contact { Emails = Split(emails), Phones = [.. Split(phones).Select(text => new PhoneNumber(text, null))] };
        var rule = Some.Rule with { Contact = need, ForeignNumbers = foreignAllowed };

        Assert.That(
            ContactPolicy.Choose(contact, rule, "NZ", Library()),
            Is.EqualTo(new ContactChoice(email, mobile, missing) { MobileE164 = mobile == "0211234321" ? "+64211234321" : mobile }));
    }

    [Test]
    public void Choose_NoHomeCountry_TakesEveryNumberAsForeign()
    {
        var contact = new Contact { Phones = [new PhoneNumber(Home, "NZ")] };
        var rule = Some.Rule with { Contact = ContactNeed.Mobile, ForeignNumbers = true };

        Assert.That(ContactPolicy.Choose(contact, rule, homeCountry: null, Library()).Mobile, Is.EqualTo("+64211234321"));
    }

    private static string[] Split(string text) => text.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static IPhoneNumbers Library()
    {
        var library = new Mock<IPhoneNumbers>(MockBehavior.Strict);
        library.Setup(x => x.Parse(It.IsAny<PhoneNumber>(), It.IsAny<string?>())).Returns((PhoneNumber number, string? _) => number.Text switch
        {
            Home => new ParsedPhone("+64211234321", "0211234321", "NZ", CanBeMobile: true),
            Foreign => new ParsedPhone("+61412345678", "0412345678", "AU", CanBeMobile: true),
            Landline => new ParsedPhone("+6491234567", "091234567", "NZ", CanBeMobile: false),
            _ => null,
        });
        return library.Object;
    }
}
