using CustomerRadar.Core.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Bookings;

/// <summary>
/// A booking plugin publishes it through the store's <c>IEventPublisher</c> when a booking comes to its end, or as soon as it is certain and its
/// end is known: a row for every rule with the trigger <see cref="Trigger.BookingCompleted"/>, due after <see cref="EndsOnUtc"/>. Published twice
/// it changes nothing; see <see cref="BookingMovedEvent"/> for another end.
/// </summary>
public sealed class BookingCompletedEvent
{
    /// <param name="storeId">The store of the booking.</param>
    /// <param name="reference">The booking's reference, unique in its store: 1 to 150 characters without white space. Case counts.</param>
    /// <param name="endsOnUtc">When it ends or ended, in UTC.</param>
    /// <exception cref="ArgumentException">The reference is blank, longer, or has white space in it; or the end is a local time.</exception>
    public BookingCompletedEvent(int storeId, string reference, DateTime endsOnUtc)
    {
        BookingSubject.Check(storeId, reference);
        (StoreId, Reference, EndsOnUtc) = (storeId, reference, BookingSubject.CheckUtc(endsOnUtc));
    }

    /// <summary>The store of the booking.</summary>
    public int StoreId { get; }

    /// <summary>The booking's reference.</summary>
    public string Reference { get; }

    /// <summary>When it ends or ended, in UTC.</summary>
    public DateTime EndsOnUtc { get; }

    /// <summary>The customer of the store, so that an erasure finds what waits for the person; null for none.</summary>
    public int? CustomerId { get; init; }
}
