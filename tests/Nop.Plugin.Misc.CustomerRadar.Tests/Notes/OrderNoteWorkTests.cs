using CustomerRadar.Core.Invitations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.CustomerRadar.Infrastructure;
using Nop.Plugin.Misc.CustomerRadar.Notes;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Plugin.Misc.CustomerRadar.Tests.Orders;
using Nop.Plugin.Misc.CustomerRadar.Tests.Rules;
using Nop.Services.Configuration;
using Nop.Services.Localization;
using Nop.Services.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Notes;

public sealed class OrderNoteWorkTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly List<OrderNote> _notes = [];
    private readonly List<Outcome> _outcomes = [];
    private FakeTimeProvider _time = new(Now);
    private FakeSettings _settings = new();
    private string? _place;
    private Action _beforeNote = () => { };

    [SetUp]
    public void SetUp()
    {
        _notes.Clear();
        _outcomes.Clear();
        (_time, _settings, _place, _beforeNote) = (new FakeTimeProvider(Now), new FakeSettings().With(new CustomerRadarSettings(), store: 0), "0", () => { });
    }

    [Test]
    public async Task RunAsync_Outcomes_AreNotedOnceAndNotForCustomers()
    {
        Ended(InvitationState.Accepted, reference: "8466");
        Ended(InvitationState.Accepted, why: "Found at Customer Radar.");
        Ended(InvitationState.Failed, why: "Refused.", advice: "Correct it.");
        Ended(InvitationState.Unconfirmed, why: "Lost.");
        await RunAsync();
        await RunAsync();

        Assert.That(_notes.Select(note => note.Note), Is.EqualTo(new[]
        {
            "Customer Radar accepted the feedback invitation (reference 8466).",
            "The feedback invitation counts as accepted by Customer Radar. Found at Customer Radar.",
            "The feedback invitation to Customer Radar failed. Refused. Correct it.",
            "It is not known whether Customer Radar took the feedback invitation; it is not sent again by itself. Lost.",
        }));
        Assert.That(_notes.Select(note => (note.OrderId, note.DisplayToCustomer, note.CreatedOnUtc)), Is.All.EqualTo((123, false, Now.UtcDateTime)));
    }

    [TestCase(InvitationState.Skipped, "order:123")]
    [TestCase(InvitationState.Cancelled, "order:123")]
    [TestCase(InvitationState.Accepted, "booking:AB12")]
    [TestCase(InvitationState.Accepted, "order:9999")]
    public async Task RunAsync_NotForAnOrdersPage_IsPassedOver(InvitationState state, string subject)
    {
        Ended(state, subject: subject);
        await RunAsync();
        Assert.That((_notes.Count, _place), Is.EqualTo((0, "1")));
    }

    [Test]
    public async Task RunAsync_RentedItem_IsNotedOnItsOrder()
    {
        Ended(InvitationState.Accepted, subject: "order:123/item:5", reference: "1");
        await RunAsync();
        Assert.That(_notes.Single().OrderId, Is.EqualTo(123));
    }

    [Test]
    public async Task RunAsync_SwitchedOffForTheStore_IsPassedOver()
    {
        _settings.With(new CustomerRadarSettings { OrderNotes = false }, store: 1, nameof(CustomerRadarSettings.OrderNotes));
        Ended(InvitationState.Accepted, reference: "1");
        await RunAsync();
        _settings.Rows.Remove((1, nameof(CustomerRadarSettings.OrderNotes)));
        await RunAsync();
        Assert.That(_notes, Is.Empty, "what was not wanted then is not told later");
    }

    [Test]
    public async Task RunAsync_ForTheFirstTime_TellsNothingOfThePast()
    {
        _place = null;
        Ended(InvitationState.Accepted, reference: "1");
        _time.Advance(TimeSpan.FromHours(1));
        // Between the start of the plugin and the first run.
        Ended(InvitationState.Accepted, reference: "2");
        _time.Advance(TimeSpan.FromMinutes(1));
        await RunAsync();
        Ended(InvitationState.Accepted, reference: "3");
        await RunAsync();
        Assert.That(_notes.Select(note => note.Note), Is.EqualTo(new[] { "2", "3" }.Select(reference => $"Customer Radar accepted the feedback invitation (reference {reference}).")));
    }

    [Test]
    public async Task RunAsync_NoteFails_IsTriedAgainAndThoseBehindItWait()
    {
        Ended(InvitationState.Accepted, reference: "1");
        Ended(InvitationState.Accepted, reference: "2");
        var fails = true;
        _beforeNote = () =>
        {
            if (fails)
                throw new TimeoutException();
        };
        await RunAsync();
        Assert.That((_notes.Count, _place), Is.EqualTo((0, "0")));
        fails = false;
        await RunAsync();
        Assert.That(_notes, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task RunAsync_NoteFailsForAnHour_IsLeftOut()
    {
        Ended(InvitationState.Accepted, reference: "1");
        _time.Advance(OrderNoteWork.GivesUpAfter + TimeSpan.FromMinutes(1));
        _beforeNote = () => throw new TimeoutException();
        await RunAsync();
        Assert.That(_place, Is.EqualTo("1"));
    }

    [Test]
    public async Task RunAsync_ProcessEndsWhileANoteIsWritten_IsNotDoubled()
    {
        Ended(InvitationState.Accepted, reference: "1");
        string? atTheNote = null;
        _beforeNote = () => atTheNote = _place;
        await RunAsync();
        Assert.That(atTheNote, Is.EqualTo("1"), "the place moves on first");
    }

    [Test]
    public async Task RunAsync_AnotherNodeIsFaster_LeavesTheRestToIt()
    {
        Ended(InvitationState.Accepted, reference: "1");
        Ended(InvitationState.Accepted, reference: "2");
        _beforeNote = () => _place = "2";
        await RunAsync();
        Assert.That((_notes.Count, _place), Is.EqualTo((1, "2")));
    }

    private void Ended(InvitationState state, string subject = "order:123", string why = "Done.", string? advice = null, string? reference = null) =>
        _outcomes.Add(new Outcome(_outcomes.Count + 1, _time.GetUtcNow(), StoreKey.Parse("1"), SubjectKey.Parse(subject), state, why, advice, reference));

    private async Task RunAsync()
    {
        var outcomes = new Mock<IOutcomes>(MockBehavior.Strict);
        outcomes.Setup(x => x.NewestAsync(It.IsAny<TimeSpan>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((TimeSpan age, CancellationToken _) => _outcomes.Where(outcome => outcome.At <= _time.GetUtcNow() - age).Select(outcome => outcome.Mark).LastOrDefault());
        outcomes.Setup(x => x.AfterAsync(It.IsAny<long>(), TimeSpan.FromSeconds(30), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((long mark, TimeSpan _, int _, CancellationToken _) => new OutcomePage([.. _outcomes.Where(outcome => outcome.Mark > mark)], _outcomes.Count, IsLast: true));
        await using var services = Services();
        await new OrderNoteWork(outcomes.Object, Values(), new OrderNotes(services, _time), _time, NullLogger<OrderNoteWork>.Instance).RunAsync(CancellationToken.None);
    }

    private IKeptValues Values()
    {
        var values = new Mock<IKeptValues>(MockBehavior.Strict);
        values.Setup(x => x.ReadAsync("order-notes", It.IsAny<CancellationToken>())).ReturnsAsync(() => _place);
        values.Setup(x => x.AddAsync("order-notes", It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync((string _, string value, CancellationToken _) => _place = value);
        values.Setup(x => x.ReplaceAsync("order-notes", It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string _, string before, string after, CancellationToken _) =>
            {
                var stands = _place == before;
                _place = stands ? after : _place;
                return stands;
            });
        return values.Object;
    }

    private ServiceProvider Services()
    {
        var orders = new Mock<IOrderService>(MockBehavior.Strict);
        orders.Setup(x => x.InsertOrderNoteAsync(It.IsAny<OrderNote>())).Returns((OrderNote note) =>
        {
            _beforeNote();
            _notes.Add(note);
            return Task.CompletedTask;
        });
        var localization = new Mock<ILocalizationService>(MockBehavior.Strict);
        localization.Setup(x => x.GetResourceAsync(It.IsAny<string>(), 3, false, It.IsAny<string>(), false)).ReturnsAsync((string _, int _, bool _, string english, bool _) => english);
        return new ServiceCollection()
            .AddSingleton(orders.Object)
            .AddSingleton<ISettingService>(_settings)
            .AddSingleton(localization.Object)
            .AddSingleton(new LocalizationSettings { DefaultAdminLanguageId = 3 })
            .AddSingleton<AdminTexts>()
            .AddSingleton(new Shop())
            .AddSingleton(typeof(IRepository<>), typeof(FakeTable<>))
            .AddSingleton<StoreTables>()
            .BuildServiceProvider();
    }
}
