namespace CustomerRadar.Core.Metadata;

/// <summary>Understands phone numbers. A port: Core knows no phone library.</summary>
public interface IPhoneNumbers
{
    /// <summary>Reads a number; null when it is not a valid number of any country.</summary>
    /// <param name="number">The number and the country of its address.</param>
    /// <param name="homeCountry">The merchant's own country, taken when the number has neither a <c>+</c> nor an address with a country.</param>
    ParsedPhone? Parse(PhoneNumber number, string? homeCountry);
}
