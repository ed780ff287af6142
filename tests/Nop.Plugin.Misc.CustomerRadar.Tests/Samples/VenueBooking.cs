namespace Nop.Plugin.Misc.CustomerRadar.Tests.Samples;

/// <summary>A booking as the plugin of docs/for-booking-plugins.md keeps it.</summary>
public sealed class VenueBooking
{
    public int StoreId { get; set; }

    public required string Reference { get; set; }

    public required string VenueName { get; set; }

    public required string GuestEmail { get; set; }

    public string? GuestPhone { get; set; }

    public string? GuestFirstName { get; set; }

    public DateTime EndsOnUtc { get; set; }

    public bool IsCancelled { get; set; }
}
