using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Reservations;
using static CustomerRadar.Core.Invitations.InvitationState;

namespace CustomerRadar.Storage.Tests;

/// <summary>What a row remembers of what happened to it, and when it forgets.</summary>
[EveryProduct]
internal sealed class PastTests<TProduct>
    where TProduct : IProduct, new()
{
    private const string Key = "subject:1/order:1";
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);
    private static readonly InvitationChange Deferred = new() { State = Pending, Reason = "The send rule is switched off.", RetryIn = TimeSpan.FromHours(1), StartsOver = true };
    private static readonly InvitationChange NotSent = new() { State = Pending, Reason = "Could not connect.", RetryIn = TimeSpan.FromMinutes(1), InTrouble = true };
    private static readonly InvitationChange GivenBack = new() { State = Pending, Reason = "The worker is stopping." };

    private Tables _tables = null!;

    [SetUp]
    public async Task SetUp() => _tables = await Tables.CreateAsync(new TProduct());

    [TearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [TestCase(true)]
    [TestCase(false)]
    public async Task CompleteAsync_CancelledByWhatTheSubjectWasBeforeItStoodAgain_WaitsAgain(bool wasAsked)
    {
        var leased = await _tables.LeasedAsync(1);
        if (wasAsked)
            await CancelAsync();
        await ReviveAsync();

        await EndAsync(leased, new InvitationChange { State = Cancelled, Reason = "The order was cancelled.", Cause = CancelCause.Subject });

        var row = await _tables.RowAsync(leased);
        Assert.That((row.State, row.Reason), Is.EqualTo((Pending, "The order or booking stands again.")));
        Assert.That(await _tables.LeaseAsync(row.Id), Is.Not.Null, "it is due");
    }

    [Test]
    public async Task CompleteAsync_StoodAgainInAnEarlierLease_IsCancelled()
    {
        var leased = await _tables.LeasedAsync(1);
        await ReviveAsync();
        await EndAsync(leased, GivenBack);
        await EndAsync((await _tables.LeaseAsync(leased.Lease.Invitation))!, new InvitationChange { State = Cancelled, Reason = "The order was cancelled." });
        Assert.That((await _tables.RowAsync(leased)).State, Is.EqualTo(Cancelled));
    }

    [Test]
    public async Task CompleteAsync_StoodAgainAndCancelledOnceMore_IsCancelled()
    {
        var leased = await _tables.LeasedAsync(1);
        await ReviveAsync();
        await CancelAsync();
        await EndAsync(leased, GivenBack);
        Assert.That((await _tables.RowAsync(leased)).State, Is.EqualTo(Cancelled));
    }

    [TestCase(CancelCause.Rule)]
    [TestCase(CancelCause.Erasure)]
    public async Task CompleteAsync_CancelledForAnotherCauseWhileItStoodAgain_IsCancelled(CancelCause cause)
    {
        var leased = await _tables.LeasedAsync(1);
        await ReviveAsync();
        await EndAsync(leased, new InvitationChange { State = Cancelled, Reason = "Another cause.", Cause = cause });
        Assert.That((await _tables.RowAsync(leased)).State, Is.EqualTo(Cancelled));
    }

    [Test]
    public async Task Trouble_LastsThroughALeaseGivenBack_AndEndsWithAWaitForAnotherReason()
    {
        var leased = await _tables.LeasedAsync(1);
        await EndAsync(leased, NotSent);
        leased = await LeaseAgainAsync(leased);
        Assert.That((leased.Retries, leased.TroubleSince is null), Is.EqualTo((1, false)));
        await EndAsync(leased, GivenBack);
        leased = await LeaseAgainAsync(leased);
        Assert.That((leased.Retries, leased.TroubleSince is null), Is.EqualTo((1, false)), "nobody tried, so nothing is over");

        await EndAsync(leased, Deferred);
        leased = await LeaseAgainAsync(leased);
        Assert.That((leased.Retries, leased.TroubleSince), Is.EqualTo((0, (DateTimeOffset?)null)));
    }

    [Test]
    public async Task Trouble_OfARowThatMoves_IsOver()
    {
        var leased = await _tables.LeasedAsync(1);
        await EndAsync(leased, NotSent);
        var planned = Some.Planned(1, Some.LongAgo.AddHours(1));
        Assert.That(await _tables.Commands.MoveAsync(planned, "source", default), Is.EqualTo(leased.Lease.Invitation));
        leased = await LeaseAgainAsync(leased);
        Assert.That((leased.Retries, leased.TroubleSince), Is.EqualTo((0, (DateTimeOffset?)null)));
    }

    [TestCase(Skipped)]
    [TestCase(Failed)]
    [TestCase(Cancelled)]
    public async Task Resent_EndsWithoutAnAnswerThatSaysAccepted_StaysUnconfirmedAndKeepsItsReservation(InvitationState state)
    {
        var leased = await ResentAsync();

        await EndAsync(leased, new InvitationChange { State = state, Reason = "No contact." });

        var row = await _tables.RowAsync(leased);
        Assert.That((row.State, row.Reason), Is.EqualTo((Unconfirmed, "An earlier attempt may have been taken. This one was not: No contact.")));
        Assert.That(row.Advice, Is.Not.Null);
        Assert.That(await TakeAsync(await _tables.AddAsync(2)), Is.InstanceOf<ReservationResult.Held>());
    }

    [Test]
    public async Task Resent_Accepted_IsAccepted()
    {
        var leased = await ResentAsync();
        await EndAsync(leased, Some.Accepted);
        Assert.That((await _tables.RowAsync(leased)).State, Is.EqualTo(Accepted));
    }

    [Test]
    public async Task Resent_CancelledWhileItWaits_StaysUnconfirmedAndKeepsItsReservation()
    {
        var leased = await ResentAsync();
        await EndAsync(leased, Deferred);
        Assert.That(await TakeAsync(await _tables.AddAsync(2)), Is.InstanceOf<ReservationResult.Held>(), "it waits, and may have been sent");

        await CancelAsync();

        Assert.That((await _tables.RowAsync(leased)).State, Is.EqualTo(Unconfirmed));
        Assert.That(await TakeAsync(await _tables.AddAsync(3)), Is.InstanceOf<ReservationResult.Held>());
    }

    [Test]
    public async Task Resent_CancelledAndItsWorkerEnds_StaysUnconfirmed()
    {
        var leased = await ResentAsync();
        await CancelAsync();
        await _tables.MoveTimeAsync(Some.LeaseLength * 2);
        await _tables.Outbox.ResolveExpiredAsync(10, default);
        Assert.That((await _tables.RowAsync(leased)).State, Is.EqualTo(Unconfirmed));
    }

    [Test]
    public async Task Deferred_ForAReasonOfItsOwn_LetsTheOneThatWaitsForItGo()
    {
        var (holder, waiting) = await BlockedAsync();
        await EndAsync(await LeaseAgainAsync(holder), NotSent);
        Assert.That(await _tables.LeaseAsync(waiting), Is.Null, "it is the next to go");

        await EndAsync(await LeaseAgainAsync(holder), Deferred);
        Assert.That(await _tables.LeaseAsync(waiting), Is.Not.Null);
        Assert.That(await TakeAsync(waiting), Is.InstanceOf<ReservationResult.Taken>());
    }

    [Test]
    public async Task Held_AfterItFailedAndIsTriedAgain_GivesItsKeyBackToTheOneThatTookItMeanwhile()
    {
        var failed = await _tables.LeasedAsync(1);
        await TakeAsync(failed.Lease.Invitation);
        await EndAsync(failed, new InvitationChange { State = Failed, Reason = "Refused." });
        var other = await _tables.LeasedAsync(2);
        Assert.That(await TakeAsync(other.Lease.Invitation), Is.InstanceOf<ReservationResult.Taken>());
        await EndAsync(other, NotSent);
        await _tables.Commands.RetryAsync(failed.Lease.Invitation, "me", default);
        Assert.That(await TakeAsync(other.Lease.Invitation), Is.InstanceOf<ReservationResult.Held>(), "the key of the first counts again");

        failed = await LeaseAgainAsync(failed);
        await EndAsync(failed, new InvitationChange { State = Pending, Reason = "Paused.", HeldBy = PauseScope.All, DeferUntil = failed.FirstDueAt, StartsOver = true });

        Assert.That(await TakeAsync(other.Lease.Invitation), Is.InstanceOf<ReservationResult.Taken>());
        Assert.That(await TakeAsync(failed.Lease.Invitation), Is.InstanceOf<ReservationResult.Held>());
    }

    [Test]
    public async Task Moved_LetsTheOneThatWaitsForItGo()
    {
        var (holder, waiting) = await BlockedAsync();
        await EndAsync(await LeaseAgainAsync(holder), NotSent);
        await _tables.Commands.MoveAsync(Some.Planned(1, DateTimeOffset.UtcNow.AddDays(90)), "source", default);
        Assert.That(await _tables.LeaseAsync(waiting), Is.Not.Null);
        Assert.That(await TakeAsync(waiting), Is.InstanceOf<ReservationResult.Taken>());
    }

    [Test]
    public async Task Deferred_ForTheSameReasonManyTimes_WritesOneLine()
    {
        var leased = await _tables.LeasedAsync(1);
        await EndAsync(leased, Deferred);
        var lines = (await _tables.Queries.HistoryAsync(leased.Lease.Invitation, default)).Count;
        for (var hour = 0; hour < 5; hour++)
        {
            leased = await LeaseAgainAsync(leased);
            await EndAsync(leased, Deferred);
        }

        Assert.That(await _tables.Queries.HistoryAsync(leased.Lease.Invitation, default), Has.Count.EqualTo(lines));
        await EndAsync(await LeaseAgainAsync(leased), Deferred with { Reason = "The send window opens later." });
        Assert.That(await _tables.Queries.HistoryAsync(leased.Lease.Invitation, default), Has.Count.EqualTo(lines + 2), "another reason is news");
    }

    [Test]
    public async Task CompleteAsync_CancelAskedForAndNothingWasSent_DoesNotSayThatItWas()
    {
        var leased = await _tables.LeasedAsync(1);
        await CancelAsync();
        await EndAsync(leased, new InvitationChange { State = Failed, Reason = "The rule is not complete." });
        Assert.That((await _tables.Queries.HistoryAsync(leased.Lease.Invitation, default)).Select(line => line.Why), Has.None.StartsWith("Cancelled after it was sent"));
    }

    private async Task<LeasedInvitation> ResentAsync()
    {
        var leased = await _tables.LeasedAsync(1);
        await TakeAsync(leased.Lease.Invitation);
        await _tables.Outbox.MarkRequestStartedAsync(leased.Lease, TimeSpan.FromSeconds(32), [], default);
        await EndAsync(leased, new InvitationChange { State = Unconfirmed, Reason = "No answer." });
        await _tables.MoveTimeAsync(Quiet);
        Assert.That(await _tables.Commands.ResendAsync(leased.Lease.Invitation, Quiet, "me", default), Is.EqualTo(CommandResult.Done));
        return (await _tables.LeaseAsync(leased.Lease.Invitation))!;
    }

    private async Task<(LeasedInvitation Holder, InvitationId Waiting)> BlockedAsync()
    {
        var (holder, waiting) = (await _tables.LeasedAsync(1), await _tables.LeasedAsync(2));
        await TakeAsync(holder.Lease.Invitation);
        await EndAsync(
            waiting, new InvitationChange { State = Pending, Reason = "It waits for the other.", RetryIn = TimeSpan.FromHours(4), BlockedBy = holder.Lease.Invitation });
        await EndAsync(holder, NotSent);
        return (holder, waiting.Lease.Invitation);
    }

    private async Task<LeasedInvitation> LeaseAgainAsync(LeasedInvitation leased)
    {
        await _tables.MoveTimeAsync(TimeSpan.FromHours(1));
        return (await _tables.LeaseAsync(leased.Lease.Invitation))!;
    }

    private Task<ReservationResult> TakeAsync(InvitationId id) => _tables.TakeAsync(id, new ReservationRequest(Key, TimeSpan.MaxValue));

    private Task<bool> EndAsync(LeasedInvitation leased, InvitationChange change) => _tables.Outbox.CompleteAsync(leased.Lease, change, default);

    private Task<int> CancelAsync() => _tables.Outbox.CancelAsync(Some.Store, Some.Subject(1), "The order was cancelled.", "shop", default);

    private Task<IReadOnlyList<InvitationId>> ReviveAsync() => _tables.Commands.ReviveAsync(Some.Store, Some.Subject(1), "Restored.", "shop", default);
}
