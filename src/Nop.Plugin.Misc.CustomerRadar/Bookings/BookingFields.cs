using System.Globalization;
using CustomerRadar.Core.Metadata;

namespace Nop.Plugin.Misc.CustomerRadar.Bookings;

/// <summary>The fields of a booking: what every booking has, what its plugin adds, and those of its order.</summary>
internal static class BookingFields
{
    public const string Reference = "Booking.Reference";
    public const string EndsOn = "Booking.EndsOn";

    public static SubjectFields Of(
        IReadOnlySet<string> names, string reference, BookingDetails booking, IReadOnlySet<string> ofPlugin, SubjectFields? ofOrder)
    {
        var fields = new List<KeyValuePair<string, IEnumerable<string?>>>(names.Count);
        foreach (var name in names)
        {
            IEnumerable<string?> values = name switch
            {
                Reference => [reference],
                EndsOn => [booking.EndsOnUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)],
                _ when ofPlugin.Contains(name) => booking.Fields.GetValueOrDefault(name, []),
                _ => ofOrder?.Values(name) ?? [],
            };
            fields.Add(KeyValuePair.Create(name, values));
        }

        return SubjectFields.From(fields);
    }
}
