using CustomerRadar.Core.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerRadar.Phones.Tests;

public sealed class PhoneNumbersTests
{
    private readonly IPhoneNumbers _phones = new ServiceCollection().AddCustomerRadarPhones().BuildServiceProvider().GetRequiredService<IPhoneNumbers>();

    // typed, country of the address -> E.164, national form, country
    [TestCase("0211234321", "NZ", "+64211234321", "0211234321", "NZ", TestName = "{m}: as in Customer Radar's example")]
    [TestCase("021 123 4321", "NZ", "+64211234321", "0211234321", "NZ")]
    [TestCase("(021) 123-4321", "NZ", "+64211234321", "0211234321", "NZ")]
    [TestCase("64211234321", "NZ", "+64211234321", "0211234321", "NZ", TestName = "{m}: country code without a plus")]
    [TestCase("0412 345 678", "AU", "+61412345678", "0412345678", "AU")]
    [TestCase("07400 123456", "GB", "+447400123456", "07400123456", "GB")]
    [TestCase("(201) 555-0123", "US", "+12015550123", "2015550123", "US")]
    [TestCase("1-201-555-0123", "US", "+12015550123", "2015550123", "US")]
    [TestCase("0151 23456789", "DE", "+4915123456789", "015123456789", "DE")]
    [TestCase("06 12 34 56 78", "FR", "+33612345678", "0612345678", "FR")]
    [TestCase("312 345 6789", "IT", "+393123456789", "3123456789", "IT", TestName = "{m}: Italian mobiles have no leading zero")]
    [TestCase("55 1234 5678", "MX", "+525512345678", "5512345678", "MX")]
    [TestCase("011 15-2345-6789", "AR", "+5491123456789", "0111523456789", "AR", TestName = "{m}: Argentina: 15 at home, 9 from abroad")]
    [TestCase("+54 9 11 2345 6789", "NZ", "+5491123456789", "0111523456789", "AR")]
    [TestCase("06 20 123 4567", "HU", "+36201234567", "06201234567", "HU", TestName = "{m}: a trunk prefix of two digits")]
    [TestCase("8 912 345-67-89", "RU", "+79123456789", "89123456789", "RU", TestName = "{m}: a trunk prefix that is not a zero")]
    public void Parse_AMobileOfACountry_GivesBothForms(string typed, string country, string e164, string national, string belongsTo) =>
        Assert.That(Parse(typed, country), Is.EqualTo(new ParsedPhone(e164, national, belongsTo, CanBeMobile: true)));

    [TestCase("+64 21 123 4321", "AU", null, "NZ", TestName = "{m}: its own plus before the address")]
    [TestCase("+64 (0)21 123 4321", "AU", null, "NZ", TestName = "{m}: trunk prefix in brackets")]
    [TestCase("+64 21 123 4321", "XX", null, "NZ", TestName = "{m}: a plus needs no country")]
    [TestCase("+64 21 123 4321", null, null, "NZ")]
    [TestCase("tel:+64-21-123-4321", null, null, "NZ")]
    [TestCase("0064 21 123 4321", "NZ", null, "NZ", TestName = "{m}: 00 is the prefix for abroad in New Zealand")]
    [TestCase("0064 21 123 4321", "DE", null, "NZ")]
    [TestCase("0011 64 21 123 4321", "AU", null, "NZ", TestName = "{m}: 0011 in Australia")]
    [TestCase("011 64 21 123 4321", "US", null, "NZ", TestName = "{m}: 011 in the United States")]
    [TestCase("021 123 4321", "NZ", "AU", "NZ", TestName = "{m}: the address before the home country")]
    [TestCase("021 123 4321", null, "NZ", "NZ", TestName = "{m}: no address, the home country")]
    [TestCase("021 123 4321", " ", "NZ", "NZ")]
    [TestCase("021 123 4321", " nz ", null, "NZ", TestName = "{m}: country in small letters")]
    [TestCase("+447797712345", "GB", "GB", "JE", TestName = "{m}: Jersey shares the code of Great Britain")]
    [TestCase("+1 242 357 1234", "US", "US", "BS", TestName = "{m}: the Bahamas share the code of the United States")]
    [TestCase("+7 701 123 4567", "RU", "RU", "KZ")]
    public void Parse_CountryOfANumber_GoesByPlusThenAddressThenHome(string typed, string? address, string? home, string country) =>
        Assert.That(Parse(typed, address, home)?.Country, Is.EqualTo(country));

    [TestCase("٠٢١١٢٣٤٣٢١", TestName = "{m}: Arabic-Indic digits")]
    [TestCase("０２１ １２３ ４３２１", TestName = "{m}: full-width digits")]
    [TestCase("021\u00a0123\u00a04321", TestName = "{m}: no-break spaces")]
    [TestCase(" 021.123.4321\n", TestName = "{m}: dots and a line end")]
    [TestCase("mob: 021 123 4321", TestName = "{m}: a word before the number")]
    [TestCase("021 123 4321 ext 5", TestName = "{m}: an extension is dropped")]
    [TestCase("021 123 4321 x5", TestName = "{m}: a short extension is dropped")]
    [TestCase("+64211234321;ext=5", TestName = "{m}: an extension as in RFC 3966 is dropped")]
    public void Parse_OddlyTyped_GivesTheNumber(string typed) =>
        Assert.That(Parse(typed, "NZ"), Is.EqualTo(new ParsedPhone("+64211234321", "0211234321", "NZ", CanBeMobile: true)));

    [TestCase("09 300 1234", "NZ", TestName = "{m}: landline NZ")]
    [TestCase("0800 123 456", "NZ", TestName = "{m}: toll-free NZ")]
    [TestCase("02 9374 4000", "AU", TestName = "{m}: landline AU")]
    [TestCase("1800 123 456", "AU", TestName = "{m}: toll-free AU")]
    [TestCase("020 7031 3000", "GB", TestName = "{m}: landline GB")]
    [TestCase("070 1234 5678", "GB", TestName = "{m}: personal number GB")]
    [TestCase("800 555 0199", "US", TestName = "{m}: toll-free US")]
    [TestCase("030 123456", "DE", TestName = "{m}: landline DE")]
    [TestCase("01 42 68 53 00", "FR", TestName = "{m}: landline FR")]
    [TestCase("02 1234 5678", "IT", TestName = "{m}: landline IT")]
    [TestCase("11 2345 6789", "AR", TestName = "{m}: Argentina without 15 is a landline")]
    public void Parse_NoMobile_SaysSo(string typed, string country) => Assert.That(Parse(typed, country)?.CanBeMobile, Is.False);

    [Test]
    public void Parse_ItalianLandline_KeepsItsLeadingZero()
    {
        var phone = Parse("02 1234 5678", "IT")!;
        Assert.That((phone.E164, phone.National), Is.EqualTo(("+390212345678", "0212345678")));
    }

    [Test]
    public void Parse_NumberOfNoCountry_HasNone() => Assert.That(Parse("+800 1234 5678", "NZ"), Is.EqualTo(new ParsedPhone("+80012345678", "12345678", null, false)));

    [TestCase("", TestName = "{m}: empty")]
    [TestCase("   ", TestName = "{m}: blank")]
    [TestCase("n/a")]
    [TestCase("-")]
    [TestCase("+")]
    [TestCase("0")]
    [TestCase("021 12", TestName = "{m}: too short")]
    [TestCase("021 123 4321 123456", TestName = "{m}: too long")]
    [TestCase("000 000 0000", TestName = "{m}: zeros")]
    [TestCase("111", TestName = "{m}: emergency call")]
    [TestCase("021 123 4321 / 09 300 1234", TestName = "{m}: two numbers")]
    [TestCase("021-ABC-DEFG", TestName = "{m}: letters for digits")]
    [TestCase("0211234 Bob", TestName = "{m}: a name must not become digits")]
    [TestCase("0800 FLOWERS", TestName = "{m}: a vanity number")]
    [TestCase("abc@example.com", TestName = "{m}: an e-mail address")]
    [TestCase("+999 21 123 4321", TestName = "{m}: a country code that nobody has")]
    public void Parse_NoNumber_GivesNothing(string typed) => Assert.That(Parse(typed, "NZ"), Is.Null);

    [Test]
    public void Parse_AThousandDigits_GivesNothing() => Assert.That(Parse(new string('1', 1000), "NZ"), Is.Null);

    [TestCase("021 123 4321", null, null, TestName = "{m}: no country at all")]
    [TestCase("021 123 4321", "UK", "NZ", TestName = "{m}: UK is no ISO code")]
    [TestCase("00 64 21 123 4321", "US", "US", TestName = "{m}: 00 leads nowhere from the United States")]
    [TestCase("+52 1 55 1234 5678", "MX", "MX", TestName = "{m}: Mexico gave up the 1 in 2019")]
    public void Parse_NoNumberOfThatCountry_GivesNothing(string typed, string? address, string? home) => Assert.That(Parse(typed, address, home), Is.Null);

    [Test]
    public void AddServices_OfTheModule_RegistersTheSameLibrary()
    {
        var services = new ServiceCollection();
        new PhonesModule().AddServices(services, null!);
        using var provider = services.BuildServiceProvider();

        Assert.That(provider.GetRequiredService<IPhoneNumbers>().GetType(), Is.EqualTo(_phones.GetType()));
    }

    private ParsedPhone? Parse(string typed, string? address, string? home = null) => _phones.Parse(new PhoneNumber(typed, address), home);
}
