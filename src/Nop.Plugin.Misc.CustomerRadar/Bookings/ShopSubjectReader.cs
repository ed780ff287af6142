using CustomerRadar.Core.Invitations;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Bookings;

/// <summary>Reads a subject of the shop: an order of the store, or a booking of another plugin.</summary>
public sealed class ShopSubjectReader(OrderReader orders, BookingReader bookings) : ISubjectReader
{
    /// <inheritdoc/>
    public Task<SubjectSnapshot?> ReadAsync(SubjectRequest request, CancellationToken cancellationToken) =>
        BookingSubject.Reference(request.Subject) is { } reference
            ? bookings.ReadAsync(request, reference, cancellationToken)
            : orders.ReadAsync(request, cancellationToken);
}
