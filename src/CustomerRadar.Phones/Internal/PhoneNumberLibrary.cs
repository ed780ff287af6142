using CustomerRadar.Core.Metadata;
using PhoneNumbers;
using LibraryNumber = PhoneNumbers.PhoneNumber;
using PhoneNumber = CustomerRadar.Core.Metadata.PhoneNumber;

namespace CustomerRadar.Phones.Internal;

/// <summary>Google's rules for the numbers of every country (libphonenumber), behind Core's port.</summary>
internal sealed class PhoneNumberLibrary : IPhoneNumbers
{
    // What the library calls a number that belongs to no country, such as +800.
    private const string NoCountry = "001";

    private readonly PhoneNumberUtil _library = PhoneNumberUtil.GetInstance();

    public ParsedPhone? Parse(PhoneNumber number, string? homeCountry)
    {
        // The library would read letters as the keys of a phone: "0211234 Bob" would become the number of a stranger.
        if (_library.IsAlphaNumber(number.Text))
            return null;

        LibraryNumber parsed;
        try
        {
            parsed = _library.Parse(number.Text, Region(number.Country) ?? Region(homeCountry));
        }
        catch (NumberParseException)
        {
            return null;
        }

        return _library.IsValidNumber(parsed) ? Describe(WithoutExtension(parsed)) : null;
    }

    private ParsedPhone Describe(LibraryNumber number)
    {
        var country = _library.GetRegionCodeForNumber(number);
        return new ParsedPhone(
            _library.Format(number, PhoneNumberFormat.E164),
            // With the trunk prefix where the country has one, as it is dialled at home.
            PhoneNumberUtil.NormalizeDigitsOnly(_library.Format(number, PhoneNumberFormat.NATIONAL)),
            country is null or NoCountry ? null : country,
            // Where mobile and landline numbers look the same (North America, Mexico), it may be one.
            _library.GetNumberType(number) is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE);
    }

    // A message cannot be sent to an extension, and its digits must not run into the number's.
    private static LibraryNumber WithoutExtension(LibraryNumber number) =>
        number.HasExtension ? new LibraryNumber.Builder().MergeFrom(number).ClearExtension().Build() : number;

    private static string? Region(string? country) => string.IsNullOrWhiteSpace(country) ? null : country.Trim().ToUpperInvariant();
}
