namespace CustomerRadar.Core.Metadata;

/// <summary>"When <paramref name="Field"/> is <paramref name="Value"/> then <paramref name="Target"/>".</summary>
/// <param name="Field">A field of the subject, for example <c>Order.Warehouse</c> or <c>Booking.VenueId</c>.</param>
/// <param name="Value">The value to match, ignoring case and surrounding white space; a field with several values matches by any of them.</param>
/// <param name="Target">The location, and the POM where there is one.</param>
public sealed record LocationRow(string Field, string Value, LocationTarget Target);
