namespace Nop.Plugin.Misc.CustomerRadar.Bookings;

/// <summary>A booking does not stand any more: what waits for it is cancelled. It comes back with a <see cref="BookingMovedEvent"/> for a booking that stands again.</summary>
public sealed class BookingCancelledEvent
{
    /// <param name="storeId">The store of the booking.</param>
    /// <param name="reference">The booking's reference, as in <see cref="BookingCompletedEvent"/>.</param>
    /// <exception cref="ArgumentException">The reference is not one.</exception>
    public BookingCancelledEvent(int storeId, string reference)
    {
        BookingSubject.Check(storeId, reference);
        (StoreId, Reference) = (storeId, reference);
    }

    /// <summary>The store of the booking.</summary>
    public int StoreId { get; }

    /// <summary>The booking's reference.</summary>
    public string Reference { get; }

    /// <summary>Why, in plain words for the merchant; null for "The booking was cancelled.".</summary>
    public string? Reason { get; init; }
}
