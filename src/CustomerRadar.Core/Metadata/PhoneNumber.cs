namespace CustomerRadar.Core.Metadata;

/// <summary>A phone number as it was typed, with the country of the address beside which it was typed.</summary>
/// <param name="Text">What the customer typed.</param>
/// <param name="Country">Two-letter ISO 3166 code of that address; null when it has none. A leading <c>+</c> in <paramref name="Text"/> overrides it.</param>
public sealed record PhoneNumber(string Text, string? Country);
