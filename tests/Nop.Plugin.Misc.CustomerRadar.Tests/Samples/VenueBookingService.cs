using Nop.Core.Events;
using Nop.Plugin.Misc.CustomerRadar.Bookings;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Samples;

public sealed class VenueBookingService(IVenueBookings bookings, IEventPublisher events)
{
    public async Task ConfirmAsync(VenueBooking booking)
    {
        await bookings.SaveAsync(booking);
        await events.PublishAsync(new BookingCompletedEvent(booking.StoreId, booking.Reference, booking.EndsOnUtc));
    }

    public async Task MoveAsync(VenueBooking booking, DateTime endsOnUtc)
    {
        booking.EndsOnUtc = endsOnUtc;
        await bookings.SaveAsync(booking);
        await events.PublishAsync(new BookingMovedEvent(booking.StoreId, booking.Reference, endsOnUtc));
    }

    public async Task CancelAsync(VenueBooking booking)
    {
        booking.IsCancelled = true;
        await bookings.SaveAsync(booking);
        await events.PublishAsync(new BookingCancelledEvent(booking.StoreId, booking.Reference) { Reason = "The guest cancelled the booking." });
    }
}
