using CustomerRadar.Core.Invitations;
using Nop.Plugin.Misc.CustomerRadar.Extensions;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Bookings;

/// <summary>Reads a subject of the shop: an order of the store, or a booking of another plugin; and asks other plugins what they say about it.</summary>
public sealed class ShopSubjectReader(OrderReader orders, BookingReader bookings, OtherPlugins others) : ISubjectReader
{
    /// <inheritdoc/>
    public async Task<SubjectSnapshot?> ReadAsync(SubjectRequest request, CancellationToken cancellationToken)
    {
        var snapshot = BookingSubject.Reference(request.Subject) is { } reference
            ? await bookings.ReadAsync(request, reference, cancellationToken)
            : await orders.ReadAsync(request, cancellationToken);
        return snapshot is null ? null : await others.AskAsync(snapshot, request, cancellationToken);
    }
}
