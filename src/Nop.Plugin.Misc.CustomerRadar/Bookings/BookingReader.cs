using System.Globalization;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Bookings;

/// <summary>Asks the booking plugins for a booking, and takes from its order what they leave open.</summary>
public sealed class BookingReader(IEnumerable<IBookingReader> plugins, OrderReader orders)
{
    /// <summary>The fields that every booking has.</summary>
    public static IReadOnlyList<string> CommonFields { get; } = [BookingFields.EndsOn, BookingFields.Reference];

    /// <summary>A booking as it is now; null when no plugin knows it (any more).</summary>
    public async Task<SubjectSnapshot?> ReadAsync(SubjectRequest request, string reference, CancellationToken cancellationToken)
    {
        if (!int.TryParse(request.Store.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var storeId))
            return null;

        foreach (var plugin in plugins)
        {
            var wanted = request.Fields.Intersect(plugin.Fields, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
            if (await plugin.FindAsync(storeId, reference, wanted, cancellationToken) is { } booking)
                return await SnapshotAsync(request, reference, booking, wanted, cancellationToken);
        }

        return null;
    }

    private async Task<SubjectSnapshot> SnapshotAsync(
        SubjectRequest request, string reference, BookingDetails booking, IReadOnlySet<string> wanted, CancellationToken cancellationToken)
    {
        var order = booking.OrderId is { } orderId
            ? await orders.ReadAsync(request with { Subject = OrderSubject.Of(orderId) }, cancellationToken)
            : null;
        // An order that was cancelled takes its bookings with it.
        var reason = booking.WhyItDoesNotStand ?? order?.StatusReason;
        return new SubjectSnapshot
        {
            Status = reason is null ? SubjectStatus.Active : SubjectStatus.Cancelled,
            StatusReason = reason,
            OccurredAt = Utc.Instant(booking.EndsOnUtc),
            CustomerId = booking.CustomerId?.ToString(CultureInfo.InvariantCulture) ?? order?.CustomerId,
            Contact = booking.Contact ?? order?.Contact ?? new Contact(),
            Fields = BookingFields.Of(request.Fields, reference, booking, wanted, order?.Fields),
        };
    }
}
