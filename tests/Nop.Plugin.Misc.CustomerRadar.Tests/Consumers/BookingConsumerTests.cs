using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Nop.Plugin.Misc.CustomerRadar.Bookings;
using Nop.Plugin.Misc.CustomerRadar.Consumers;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Consumers;

public sealed class BookingConsumerTests
{
    private static readonly DateTime End = new(2026, 3, 9, 10, 0, 0, DateTimeKind.Utc);

    [Test]
    public async Task Completed_IsPlannedAtItsEnd_OnceHoweverOftenItIsPublished()
    {
        using var store = new Store([Store.Rule(Trigger.BookingCompleted)]);
        await CompleteAsync(store);
        await CompleteAsync(store);

        Assert.That(store.Planned.Select(row => row.Interaction), Is.EqualTo(new[]
        {
            new Interaction(StoreKey.Parse("1"), Trigger.BookingCompleted, SubjectKey.Parse("booking:AB12"), new DateTimeOffset(End), InteractionOrigin.Event) { Customer = "7" },
        }));
        Assert.That(store.Statements, Is.EqualTo(2));
    }

    [Test]
    public async Task Moved_RowThere_IsMovedAndRevived()
    {
        using var store = new Store([Store.Rule(Trigger.BookingCompleted)]);
        await CompleteAsync(store);
        await store.Consumer<BookingConsumer>().HandleEventAsync(new BookingMovedEvent(1, "AB12", End.AddDays(1)));

        Assert.That(store.Revived, Is.EqualTo(new[] { "booking:AB12" }));
        Assert.That(store.Moved.Single().Interaction.OccurredAt, Is.EqualTo(new DateTimeOffset(End.AddDays(1))));
        Assert.That(store.Planned, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Moved_NoRowYet_IsPlanned()
    {
        using var store = new Store([Store.Rule(Trigger.BookingCompleted)]);
        await store.Consumer<BookingConsumer>().HandleEventAsync(new BookingMovedEvent(1, "AB12", End));
        Assert.That((store.Planned.Count, store.Moved.Count), Is.EqualTo((1, 0)));
    }

    [TestCase(null, "The booking was cancelled.")]
    [TestCase("The guest is ill.", "The guest is ill.")]
    public async Task Cancelled_CancelsWithTheReason(string? given, string reason)
    {
        using var store = new Store([Store.Rule(Trigger.BookingCompleted)]);
        await store.Consumer<BookingConsumer>().HandleEventAsync(new BookingCancelledEvent(1, "AB12") { Reason = given });
        Assert.That(store.Cancelled, Is.EqualTo(new[] { ("booking:AB12", reason) }));
    }

    [Test]
    public async Task AnyEvent_WithoutARule_TouchesNothing()
    {
        using var store = new Store([]);
        await CompleteAsync(store);
        await store.Consumer<BookingConsumer>().HandleEventAsync(new BookingMovedEvent(1, "AB12", End));
        await store.Consumer<BookingConsumer>().HandleEventAsync(new BookingCancelledEvent(1, "AB12"));
        Assert.That(store.Statements, Is.Zero);
    }

    [TestCase(0, "AB12")]
    [TestCase(1, " ")]
    [TestCase(1, "AB 12")]
    public void Events_OfWhatCannotBeABooking_AreRefusedWhereTheyAreMade(int storeId, string reference)
    {
        Assert.That(() => new BookingCompletedEvent(storeId, reference, End), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => new BookingMovedEvent(storeId, reference, End), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => new BookingCancelledEvent(storeId, reference), Throws.InstanceOf<ArgumentException>());
    }

    [Test]
    public void Events_WithALocalTime_AreRefused() =>
        Assert.That(() => new BookingCompletedEvent(1, "AB12", DateTime.SpecifyKind(End, DateTimeKind.Local)), Throws.ArgumentException);

    private static Task CompleteAsync(Store store) =>
        store.Consumer<BookingConsumer>().HandleEventAsync(new BookingCompletedEvent(1, "AB12", End) { CustomerId = 7 });
}
