namespace Nop.Plugin.Misc.CustomerRadar.Bookings;

/// <summary>
/// A booking plugin implements and registers it (<c>services.AddScoped&lt;IBookingReader, …&gt;()</c>), so that a booking is read as it is when its
/// invitation is sent. Nothing of a booking is kept here in the meantime. Called in a job: there is no request and no current customer.
/// </summary>
public interface IBookingReader
{
    /// <summary>The names of the fields that rules may use, for example <c>Booking.Venue</c>: letters, digits, dots, dashes and underscores, the first part <c>Booking</c>.</summary>
    IReadOnlyCollection<string> Fields { get; }

    /// <summary>Reads a booking; null when it does not exist (any more) or is another plugin's.</summary>
    /// <param name="storeId">The store of the booking.</param>
    /// <param name="reference">Its reference.</param>
    /// <param name="fields">Those of <see cref="Fields"/> that are wanted; no others need be computed.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Task<BookingDetails?> FindAsync(int storeId, string reference, IReadOnlySet<string> fields, CancellationToken cancellationToken);
}
