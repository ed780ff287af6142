using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;
using Moq;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.CustomerRadar.Bookings;
using Nop.Plugin.Misc.CustomerRadar.Extensions;
using Nop.Plugin.Misc.CustomerRadar.Tests.Orders;
using Nop.Plugin.Misc.CustomerRadar.Tests.Samples;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Bookings;

public sealed class BookingReaderTests
{
    private static readonly DateTime End = new(2026, 3, 9, 10, 0, 0, DateTimeKind.Utc);

    [Test]
    public async Task ReadAsync_SampleOfTheDocumentation_GivesContactAndFields()
    {
        var snapshot = await ReadAsync([Venue()], "booking:AB12", "Booking.Reference", "Booking.EndsOn", "Booking.Venue");

        Assert.Multiple(() =>
        {
            Assert.That((snapshot!.Status, snapshot.OccurredAt), Is.EqualTo((SubjectStatus.Active, (DateTimeOffset?)new DateTimeOffset(End))));
            Assert.That(snapshot.Contact.Emails, Is.EqualTo(new[] { "guest@example.com" }));
            Assert.That(snapshot.Contact.Phones, Is.EqualTo(new[] { new PhoneNumber("021 1", "NZ") }));
            Assert.That(snapshot.Fields.Values("Booking.Reference"), Is.EqualTo(new[] { "AB12" }));
            Assert.That(snapshot.Fields.Values("Booking.EndsOn"), Is.EqualTo(new[] { "2026-03-09T10:00:00Z" }));
            Assert.That(snapshot.Fields.Values("Booking.Venue"), Is.EqualTo(new[] { "Nelson" }));
        });
    }

    [Test]
    public async Task ReadAsync_FieldNobodyAskedFor_IsLeftOut() =>
        Assert.That((await ReadAsync([Venue()], "booking:AB12", "Booking.Reference"))!.Fields.Names, Is.EqualTo(new[] { "Booking.Reference" }));

    [Test]
    public async Task ReadAsync_CancelledBooking_SaysWhy()
    {
        var snapshot = await ReadAsync([Venue(cancelled: true)], "booking:AB12");
        Assert.That((snapshot!.Status, snapshot.StatusReason), Is.EqualTo((SubjectStatus.Cancelled, "The guest cancelled the booking.")));
    }

    [Test]
    public async Task ReadAsync_UnknownReference_IsNull() => Assert.That(await ReadAsync([Venue()], "booking:XY"), Is.Null);

    [Test]
    public async Task ReadAsync_NoPluginReads_IsNull() => Assert.That(await ReadAsync([], "booking:AB12"), Is.Null);

    [Test]
    public async Task ReadAsync_SeveralPlugins_TheOneThatKnowsItAnswers()
    {
        var other = Plugin(null);
        Assert.That(await ReadAsync([other, Venue()], "booking:AB12"), Is.Not.Null);
    }

    [Test]
    public async Task ReadAsync_BookingOfAnOrder_TakesContactAndTokensFromIt()
    {
        var snapshot = await ReadAsync([Plugin(new BookingDetails { EndsOnUtc = End, OrderId = 123 })], "booking:AB12", "Order.OrderNumber");

        Assert.That(snapshot!.CustomerId, Is.EqualTo("3"));
        Assert.That(snapshot.Contact.Emails[0], Is.EqualTo("billing@example.com"));
        Assert.That(snapshot.Fields.Values("Order.OrderNumber"), Is.EqualTo(new[] { "N-123" }));
    }

    [Test]
    public async Task ReadAsync_OrderOfTheBookingCancelled_DoesNotStand()
    {
        var shop = new Shop { Order = { OrderStatus = OrderStatus.Cancelled } };
        var snapshot = await ReadAsync([Plugin(new BookingDetails { EndsOnUtc = End, OrderId = 123 })], shop, "booking:AB12");
        Assert.That(snapshot!.StatusReason, Is.EqualTo("The order was cancelled."));
    }

    [Test]
    public async Task ReadAsync_Order_IsStillRead() =>
        Assert.That((await ReadAsync([], "order:123", "Order.OrderNumber"))!.Fields.Values("Order.OrderNumber"), Is.EqualTo(new[] { "N-123" }));

    private static IBookingReader Plugin(BookingDetails? booking)
    {
        var plugin = new Mock<IBookingReader>(MockBehavior.Strict);
        plugin.SetupGet(x => x.Fields).Returns([]);
        plugin.Setup(x => x.FindAsync(1, "AB12", It.IsAny<IReadOnlySet<string>>(), It.IsAny<CancellationToken>())).ReturnsAsync(booking);
        return plugin.Object;
    }

    private static VenueBookingReader Venue(bool cancelled = false)
    {
        var booking = new VenueBooking
        {
            StoreId = 1,
            Reference = "AB12",
            VenueName = "Nelson",
            GuestEmail = "guest@example.com",
            GuestPhone = "021 1",
            EndsOnUtc = End,
            IsCancelled = cancelled,
        };
        var bookings = new Mock<IVenueBookings>(MockBehavior.Strict);
        bookings.Setup(x => x.FindAsync(1, It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((int _, string reference, CancellationToken _) => reference == "AB12" ? booking : null);
        return new VenueBookingReader(bookings.Object);
    }

    private static Task<SubjectSnapshot?> ReadAsync(IBookingReader[] plugins, string subject, params string[] fields) =>
        ReadAsync(plugins, new Shop(), subject, fields);

    private static Task<SubjectSnapshot?> ReadAsync(IBookingReader[] plugins, Shop shop, string subject, params string[] fields)
    {
        var orders = shop.Reader();
        return new ShopSubjectReader(orders, new BookingReader(plugins, orders), new OtherPlugins([], [], [], shop.Sources().Tables)).ReadAsync(
            new SubjectRequest(StoreKey.Parse("1"), SubjectKey.Parse(subject), Trigger.BookingCompleted, Rule: null, fields.ToHashSet()), CancellationToken.None);
    }
}
