namespace Nop.Plugin.Misc.CustomerRadar.Tests.Samples;

/// <summary>Where that plugin keeps its bookings.</summary>
public interface IVenueBookings
{
    Task<VenueBooking?> FindAsync(int storeId, string reference, CancellationToken cancellationToken);

    Task SaveAsync(VenueBooking booking);
}
