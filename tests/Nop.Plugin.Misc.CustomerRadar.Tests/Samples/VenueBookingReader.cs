using CustomerRadar.Core.Metadata;
using Nop.Plugin.Misc.CustomerRadar.Bookings;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Samples;

public sealed class VenueBookingReader(IVenueBookings bookings) : IBookingReader
{
    public IReadOnlyCollection<string> Fields => ["Booking.Venue"];

    public async Task<BookingDetails?> FindAsync(int storeId, string reference, IReadOnlySet<string> fields, CancellationToken cancellationToken)
    {
        if (await bookings.FindAsync(storeId, reference, cancellationToken) is not { } booking)
            return null;

        return new BookingDetails
        {
            EndsOnUtc = booking.EndsOnUtc,
            WhyItDoesNotStand = booking.IsCancelled ? "The guest cancelled the booking." : null,
            Contact = new Contact
            {
                Emails = [booking.GuestEmail],
                Phones = booking.GuestPhone is { } phone ? [new PhoneNumber(phone, Country: "NZ")] : [],
                FirstName = booking.GuestFirstName,
            },
            Fields = new Dictionary<string, IReadOnlyList<string>> { ["Booking.Venue"] = [booking.VenueName] },
        };
    }
}
