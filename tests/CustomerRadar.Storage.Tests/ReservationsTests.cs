using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Reservations;
using static CustomerRadar.Core.Invitations.InvitationState;

namespace CustomerRadar.Storage.Tests;

[EveryProduct]
internal sealed class ReservationsTests<TProduct>
    where TProduct : IProduct, new()
{
    private const string Contact = "contact:store-1/email:9f86d081";
    private const string Subject = "subject:1/order:1";
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private Tables _tables = null!;

    [SetUp]
    public async Task SetUp() => _tables = await Tables.CreateAsync(new TProduct());

    [TearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [Test]
    public async Task TakeAsync_FreeKeysAndTwice_AreTaken()
    {
        var id = await _tables.AddAsync(1);
        Assert.That(await TakeAsync(id, (Contact, Month), (Subject, TimeSpan.MaxValue)), Is.InstanceOf<ReservationResult.Taken>());
        Assert.That(await TakeAsync(id, (Subject, TimeSpan.MaxValue), (Contact, Month)), Is.InstanceOf<ReservationResult.Taken>());
        Assert.That(await KeysAsync(id), Is.EqualTo(new[] { Contact, Subject }));
        Assert.That(await TakeAsync(id), Is.InstanceOf<ReservationResult.Taken>());
    }

    [TestCase(Pending, true)]
    [TestCase(Sending, true)]
    [TestCase(Accepted, true)]
    [TestCase(Unconfirmed, true)]
    [TestCase(Skipped, false)]
    [TestCase(Failed, false)]
    [TestCase(Cancelled, false)]
    public async Task TakeAsync_HolderInEachState_StandsInTheWayOrNot(InvitationState state, bool isHeld)
    {
        var holder = await HolderAsync(1, state);
        var asking = await _tables.AddAsync(2);
        var result = await TakeAsync(asking, (Contact, Month), (Subject, TimeSpan.MaxValue));

        if (!isHeld)
        {
            Assert.That(result, Is.InstanceOf<ReservationResult.Taken>());
            Assert.That(await KeysAsync(asking), Has.Length.EqualTo(2));
            return;
        }

        var held = (ReservationResult.Held)result;
        Assert.That((held.Key, held.By, held.Rule, held.State), Is.EqualTo((Contact, holder, Some.Rule, state)));
        Assert.That(held.Since, Is.EqualTo(await _tables.NowAsync()).Within(TimeSpan.FromMinutes(1)));
        Assert.That(await KeysAsync(asking), Is.Empty, "one that is not let through holds nothing");
    }

    [TestCase(Accepted)]
    [TestCase(Unconfirmed)]
    public async Task TakeAsync_HolderWasSentLongerAgoThanThePeriod_IsTaken(InvitationState state)
    {
        await HolderAsync(1, state);
        var asking = await _tables.AddAsync(2);
        await _tables.MoveTimeAsync(Month - TimeSpan.FromMinutes(5));
        Assert.That(await TakeAsync(asking, (Contact, Month)), Is.InstanceOf<ReservationResult.Held>());

        await _tables.MoveTimeAsync(TimeSpan.FromMinutes(10));
        Assert.That(await TakeAsync(asking, (Contact, TimeSpan.MaxValue)), Is.InstanceOf<ReservationResult.Held>(), "for ever");
        Assert.That(await TakeAsync(asking, (Contact, Month)), Is.InstanceOf<ReservationResult.Taken>());
    }

    [Test]
    public async Task TakeAsync_Period_CountsFromTheRequestNotFromTheReservation()
    {
        var id = await _tables.AddAsync(1);
        await TakeAsync(id, (Contact, Month));
        await _tables.MoveTimeAsync(TimeSpan.FromDays(20));
        await SendAsync((await _tables.LeaseAsync(id))!, Accepted);
        var requestedAt = await _tables.NowAsync();

        await _tables.MoveTimeAsync(TimeSpan.FromDays(20));
        var held = (ReservationResult.Held)await TakeAsync(await _tables.AddAsync(2), (Contact, Month));
        Assert.That(held.Since, Is.EqualTo(requestedAt).Within(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task TakeAsync_WithoutACap_IsNeverInTheWayOfItselfButOfOthers()
    {
        await HolderAsync(1, Accepted);
        var uncapped = await _tables.AddAsync(2);
        Assert.That(await TakeAsync(uncapped, (Contact, null)), Is.InstanceOf<ReservationResult.Taken>());
        await SendAsync((await _tables.LeaseAsync(uncapped))!, Accepted);
        await _tables.MoveTimeAsync(TimeSpan.FromSeconds(1));

        var held = (ReservationResult.Held)await TakeAsync(await _tables.AddAsync(3), (Contact, Month));
        Assert.That(held.By, Is.EqualTo(uncapped), "the latest");
    }

    [Test]
    public async Task TakeAsync_OneWaitsAndOneWasSent_TellsOfTheOneThatDecidesForGood()
    {
        var sent = await HolderAsync(1, Accepted, Subject);
        await HolderAsync(2, Sending, Contact);
        var held = (ReservationResult.Held)await TakeAsync(await _tables.AddAsync(3), (Contact, Month), (Subject, TimeSpan.MaxValue));
        Assert.That((held.By, held.Key), Is.EqualTo((sent, Subject)));
    }

    [Test]
    public async Task TakeAsync_TwoOfOneContactAreSentAgain_NeitherWaitsForTheOther()
    {
        var first = await HolderAsync(1, Unconfirmed);
        await _tables.MoveTimeAsync(Month + TimeSpan.FromDays(1));
        var second = await HolderAsync(2, Unconfirmed);
        await _tables.MoveTimeAsync(TimeSpan.FromDays(1));
        var leased = await ResentAsync(first);
        await ResentAsync(second);

        var held = (ReservationResult.Held)await TakeAsync(first, (Contact, Month));
        Assert.That((held.By, held.State), Is.EqualTo((second, Unconfirmed)), "it may have been sent, two days ago");
        await _tables.Outbox.CompleteAsync(leased.Lease, new InvitationChange { State = Skipped, Reason = "Invited already." }, default);
        Assert.That((await _tables.RowAsync(first)).State, Is.EqualTo(Unconfirmed));
        Assert.That(await TakeAsync(second, (Contact, Month)), Is.InstanceOf<ReservationResult.Taken>(), "the other's attempt was longer ago than the period");
    }

    [Test]
    public async Task TakeAsync_TwoAreSentAgainAfterThePeriod_TheFirstThatAsksGoesAlone()
    {
        var first = await HolderAsync(1, Unconfirmed);
        await _tables.MoveTimeAsync(Month * 2);
        var second = await HolderAsync(2, Unconfirmed);
        await _tables.MoveTimeAsync(Month * 2);
        await ResentAsync(first);
        await ResentAsync(second);

        Assert.That(await TakeAsync(first, (Contact, Month)), Is.InstanceOf<ReservationResult.Taken>());
        var held = (ReservationResult.Held)await TakeAsync(second, (Contact, Month));
        Assert.That((held.By, held.State), Is.EqualTo((first, Unconfirmed)));
        Assert.That(await TakeAsync(first, (Contact, Month)), Is.InstanceOf<ReservationResult.Taken>());
    }

    [Test]
    public async Task TakeAsync_HolderIsSentAgain_PeriodCountsFromTheAttemptInDoubt()
    {
        var id = await _tables.AddAsync(1);
        await TakeAsync(id, (Contact, Month));
        await _tables.MoveTimeAsync(TimeSpan.FromDays(20));
        await SendAsync((await _tables.LeaseAsync(id))!, Unconfirmed);
        var requestedAt = await _tables.NowAsync();
        await _tables.MoveTimeAsync(TimeSpan.FromDays(20));
        await ResentAsync(id);

        var held = (ReservationResult.Held)await TakeAsync(await _tables.AddAsync(2), (Contact, Month));
        Assert.That((held.By, held.State), Is.EqualTo((id, Unconfirmed)));
        Assert.That(held.Since, Is.EqualTo(requestedAt).Within(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task TakeAsync_LeaseIsLost_TakesAndFreesNothing()
    {
        var stalled = await _tables.LeasedAsync(1);
        await _tables.MoveTimeAsync(Some.LeaseLength * 2);
        await _tables.Outbox.ResolveExpiredAsync(10, default);
        Assert.That(await TakeStalledAsync(), Is.InstanceOf<ReservationResult.LeaseLost>(), "the row waits again");
        Assert.That(await KeysAsync(stalled.Lease.Invitation), Is.Empty);

        Assert.That(await _tables.LeaseAsync(stalled.Lease.Invitation), Is.Not.Null);
        Assert.That(await TakeStalledAsync(), Is.InstanceOf<ReservationResult.LeaseLost>(), "another worker has the row");
        Assert.That(await KeysAsync(stalled.Lease.Invitation), Is.Empty);

        Task<ReservationResult> TakeStalledAsync() => _tables.Reservations.TakeAsync(stalled.Lease, [new ReservationRequest(Contact, Month)], default);
    }

    [Test]
    public async Task TakeAsync_KeyThatDiffersInCaseOnly_IsAnother()
    {
        await HolderAsync(1, Accepted, "subject:1/booking:ab");
        Assert.That(await TakeAsync(await _tables.AddAsync(2), ("subject:1/booking:AB", TimeSpan.MaxValue)), Is.InstanceOf<ReservationResult.Taken>());
    }

    [Test]
    public async Task TakeAsync_KeyTooLong_Throws()
    {
        var id = await _tables.AddAsync(1);
        Assert.That(() => TakeAsync(id, (new string('k', 401), null)), Throws.ArgumentException);
    }

    [Test]
    public async Task TakeAsync_LongestKey_Fits() =>
        Assert.That(await TakeAsync(await _tables.AddAsync(1), (new string('ü', 400), Month)), Is.InstanceOf<ReservationResult.Taken>());

    private Task<ReservationResult> TakeAsync(InvitationId id, params (string Key, TimeSpan? Period)[] wanted) =>
        _tables.TakeAsync(id, [.. wanted.Select(request => new ReservationRequest(request.Key, request.Period))]);

    private async Task<InvitationId> HolderAsync(int number, InvitationState state, string key = Contact)
    {
        var id = await _tables.AddAsync(number);
        await TakeAsync(id, (key, null));
        if (state == Pending)
            return id;
        if (state == Cancelled)
        {
            await _tables.Outbox.CancelAsync(Some.Store, Some.Subject(number), "Gone.", "test", default);
            return id;
        }

        var leased = (await _tables.LeaseAsync(id))!;
        if (state != Sending)
            await SendAsync(leased, state);
        return id;
    }

    private async Task<LeasedInvitation> ResentAsync(InvitationId id)
    {
        Assert.That(await _tables.Commands.ResendAsync(id, TimeSpan.FromMinutes(1), "me", default), Is.EqualTo(CommandResult.Done));
        return (await _tables.LeaseAsync(id))!;
    }

    private async Task SendAsync(LeasedInvitation leased, InvitationState outcome)
    {
        await _tables.Outbox.MarkRequestStartedAsync(leased.Lease, TimeSpan.FromSeconds(32), [], default);
        await _tables.Outbox.CompleteAsync(leased.Lease, new InvitationChange { State = outcome, Reason = "The end." }, default);
    }

    private async Task<string[]> KeysAsync(InvitationId id) =>
    [
        .. await _tables.Database.QueryAsync<string>(
            _ => "SELECT ReservationKey FROM CustomerRadar_Reservation WHERE InvitationId = @id ORDER BY ReservationKey", new { id = id.Value }, default),
    ];
}
