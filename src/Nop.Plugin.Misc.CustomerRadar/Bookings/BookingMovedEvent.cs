namespace Nop.Plugin.Misc.CustomerRadar.Bookings;

/// <summary>A booking ends at another time than before: what waits for it is due accordingly. What was sent already stays as it is.</summary>
public sealed class BookingMovedEvent
{
    /// <param name="storeId">The store of the booking.</param>
    /// <param name="reference">The booking's reference, as in <see cref="BookingCompletedEvent"/>.</param>
    /// <param name="endsOnUtc">When it ends now, in UTC.</param>
    /// <exception cref="ArgumentException">The reference is not one, or the end is a local time.</exception>
    public BookingMovedEvent(int storeId, string reference, DateTime endsOnUtc)
    {
        BookingSubject.Check(storeId, reference);
        (StoreId, Reference, EndsOnUtc) = (storeId, reference, BookingSubject.CheckUtc(endsOnUtc));
    }

    /// <summary>The store of the booking.</summary>
    public int StoreId { get; }

    /// <summary>The booking's reference.</summary>
    public string Reference { get; }

    /// <summary>When it ends now, in UTC.</summary>
    public DateTime EndsOnUtc { get; }

    /// <summary>The customer of the store; null for none.</summary>
    public int? CustomerId { get; init; }
}
