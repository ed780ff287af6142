namespace CustomerRadar.Core.Metadata;

/// <summary>A phone number that could be understood.</summary>
/// <param name="E164">With country code: <c>+64211234321</c>.</param>
/// <param name="National">In national form, digits only: <c>0211234321</c>.</param>
/// <param name="Country">Two-letter ISO 3166 code of the country it belongs to; null for a number of no country.</param>
/// <param name="CanBeMobile">True for numbers that are, or may be, mobile numbers.</param>
public sealed record ParsedPhone(string E164, string National, string? Country, bool CanBeMobile);
