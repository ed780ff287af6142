using System.Globalization;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Nop.Plugin.Misc.CustomerRadar.Bookings;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.CustomerRadar.Consumers;

/// <summary>Another plugin's booking came to its end, was moved or was cancelled.</summary>
public sealed class BookingConsumer(EventIntake intake)
    : IConsumer<BookingCompletedEvent>, IConsumer<BookingMovedEvent>, IConsumer<BookingCancelledEvent>
{
    /// <inheritdoc/>
    public Task HandleEventAsync(BookingCompletedEvent eventMessage) =>
        intake.HappenedAsync(InteractionOf(eventMessage.StoreId, eventMessage.Reference, eventMessage.EndsOnUtc, eventMessage.CustomerId));

    /// <inheritdoc/>
    public Task HandleEventAsync(BookingMovedEvent eventMessage) =>
        intake.MovedAsync(InteractionOf(eventMessage.StoreId, eventMessage.Reference, eventMessage.EndsOnUtc, eventMessage.CustomerId));

    /// <inheritdoc/>
    public Task HandleEventAsync(BookingCancelledEvent eventMessage) => intake.EndedAsync(
        OrderSubject.Store(eventMessage.StoreId),
        BookingSubject.Of(eventMessage.Reference),
        string.IsNullOrWhiteSpace(eventMessage.Reason) ? "The booking was cancelled." : eventMessage.Reason);

    private static Interaction InteractionOf(int storeId, string reference, DateTime endsOnUtc, int? customerId) => new(
        OrderSubject.Store(storeId), Trigger.BookingCompleted, BookingSubject.Of(reference), Utc.Instant(endsOnUtc), InteractionOrigin.Event)
    {
        Customer = customerId?.ToString(CultureInfo.InvariantCulture),
    };
}
