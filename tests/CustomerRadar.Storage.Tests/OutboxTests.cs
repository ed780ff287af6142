using CustomerRadar.Core.Invitations;
using static CustomerRadar.Core.Invitations.InvitationState;

namespace CustomerRadar.Storage.Tests;

[EveryProduct]
internal sealed class OutboxTests<TProduct>
    where TProduct : IProduct, new()
{
    private Tables _tables = null!;

    private Outbox Outbox => _tables.Outbox;

    [SetUp]
    public async Task SetUp() => _tables = await Tables.CreateAsync(new TProduct());

    [TearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [Test]
    public async Task AddAsync_OneHundredTimesAtOnce_WritesOneRow()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => Outbox.AddAsync(Some.Planned(1), default))));

        Assert.That(results.Count(result => result.IsNew), Is.EqualTo(1));
        Assert.That((await _tables.Queries.CountByStateAsync(default)).Values.Sum(), Is.EqualTo(1));
    }

    [Test]
    public async Task AddAsync_SubjectThatDiffersInCaseOnly_IsAnotherRow()
    {
        var planned = Some.Planned(1);
        await Outbox.AddAsync(planned with { Interaction = planned.Interaction with { Subject = SubjectKey.Parse("booking:ab") } }, default);
        var second = await Outbox.AddAsync(planned with { Interaction = planned.Interaction with { Subject = SubjectKey.Parse("booking:AB") } }, default);
        Assert.That(second.IsNew, Is.True);
    }

    [Test]
    public async Task LeaseAsync_DueRow_CarriesAllThatWasPlanned()
    {
        var id = await AddAsync(1);
        var leased = await LeaseAsync(id);

        Assert.That(leased!.Interaction, Is.EqualTo(Some.Planned(1).Interaction));
        Assert.That((leased.Rule, leased.FirstDueAt, leased.Attempts, leased.Retries, leased.CancelRequested), Is.EqualTo((Some.Rule, Some.LongAgo, 0, 0, (string?)null)));
        Assert.That(leased.Lease.Until - leased.Lease.TakenAt, Is.EqualTo(Some.LeaseLength).Within(TimeSpan.FromMilliseconds(50)));
    }

    [Test]
    public async Task LeaseAsync_NotDueYet_IsNullUntilItIs()
    {
        var id = await AddAsync(1, DateTimeOffset.UtcNow.AddHours(1));
        Assert.That(await LeaseAsync(id), Is.Null);
        await _tables.MoveTimeAsync(TimeSpan.FromHours(1));
        Assert.That(await LeaseAsync(id), Is.Not.Null);
    }

    [Test]
    public async Task LeaseAsync_SixtyFourWorkers_OneGetsIt()
    {
        var id = await AddAsync(1);
        var leases = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => LeaseAsync(id))));
        Assert.That(leases.Count(lease => lease is not null), Is.EqualTo(1));
    }

    [Test]
    public async Task LeaseDueAsync_TwoNodesSweeping_NeverTakeTheSameRow()
    {
        for (var i = 0; i < 200; i++)
            await AddAsync(i);

        var taken = await Task.WhenAll(SweepAsync("node-a"), SweepAsync("node-b"));

        Assert.That(taken.SelectMany(ids => ids), Is.Unique);
        Assert.That(taken.Sum(ids => ids.Count), Is.EqualTo(200));
    }

    [Test]
    public async Task LeaseDueAsync_TooYoung_IsLeftToItsOwnJob()
    {
        await AddAsync(1, DateTimeOffset.UtcNow);
        Assert.That(await Outbox.LeaseDueAsync(10, TimeSpan.FromSeconds(30), Some.LeaseLength, "node", default), Is.Empty);
        await _tables.MoveTimeAsync(TimeSpan.FromSeconds(31));
        Assert.That(await Outbox.LeaseDueAsync(10, TimeSpan.FromSeconds(30), Some.LeaseLength, "node", default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task MarkRequestStartedAsync_HeldLease_CountsTheAttempt()
    {
        var leased = await LeasedAsync(1);
        Assert.That(await MarkAsync(leased), Is.EqualTo(RequestStart.Marked));
        Assert.That((await RowAsync(leased)).Attempts, Is.EqualTo(1));
    }

    [Test]
    public async Task MarkNotTakenAsync_WorkerDiesAfterwards_NothingIsInDoubt()
    {
        var leased = await LeasedAsync(1);
        await MarkAsync(leased);
        await Outbox.MarkNotTakenAsync(leased.Lease, default);
        Assert.That(await MarkAsync(leased), Is.EqualTo(RequestStart.Marked), "it may go on to a second request");
        await Outbox.MarkNotTakenAsync(leased.Lease, default);

        await _tables.MoveTimeAsync(Some.LeaseLength * 2);
        await Outbox.ResolveExpiredAsync(10, default);
        var row = await RowAsync(leased);
        Assert.That((row.State, row.Attempts), Is.EqualTo((Pending, 2)));
    }

    [Test]
    public async Task MarkNotTakenAsync_TakenOver_LeavesTheOthersMark()
    {
        var stalled = await LeasedAsync(1);
        await MarkAsync(stalled);
        await Outbox.MarkNotTakenAsync(stalled.Lease, default);
        await _tables.MoveTimeAsync(Some.LeaseLength * 2);
        await Outbox.ResolveExpiredAsync(10, default);
        var second = await LeaseAsync(stalled.Lease.Invitation);
        await MarkAsync(second!);

        await Outbox.MarkNotTakenAsync(stalled.Lease, default);
        await _tables.MoveTimeAsync(Some.LeaseLength * 2);
        await Outbox.ResolveExpiredAsync(10, default);
        Assert.That((await RowAsync(stalled)).State, Is.EqualTo(Unconfirmed));
    }

    [Test]
    public async Task MarkRequestStartedAsync_LeaseEndsTooSoon_IsRefused()
    {
        var leased = await LeasedAsync(1);
        await _tables.MoveTimeAsync(Some.LeaseLength - TimeSpan.FromSeconds(10));
        Assert.That(await MarkAsync(leased), Is.EqualTo(RequestStart.LeaseTooShort));
    }

    [Test]
    public async Task MarkRequestStartedAsync_TakenOver_IsRefused()
    {
        var stalled = await LeasedAsync(1);
        await _tables.MoveTimeAsync(Some.LeaseLength * 2);
        await Outbox.ResolveExpiredAsync(10, default);
        var second = await LeaseAsync(stalled.Lease.Invitation);

        Assert.That(await MarkAsync(stalled), Is.EqualTo(RequestStart.LeaseLost));
        Assert.That(await MarkAsync(second!), Is.EqualTo(RequestStart.Marked));
    }

    [Test]
    public async Task CompleteAsync_Accepted_StandsOnTheRowAndInItsHistory()
    {
        var leased = await LeasedAsync(1);
        await MarkAsync(leased);
        Assert.That(await CompleteAsync(leased, Some.Accepted), Is.True);

        var row = await RowAsync(leased);
        Assert.That((row.State, row.Reference, row.Status, row.Code), Is.EqualTo((Accepted, "846673197418938368", (int?)200, "00000")));
        var history = await _tables.Queries.HistoryAsync(row.Id, default);
        Assert.That(history.Select(line => (line.From, line.To)), Is.EqualTo(new (InvitationState?, InvitationState)[] { (null, Pending), (Pending, Sending), (Sending, Accepted) }));
        Assert.That(history[^1].By, Is.EqualTo("node"));
    }

    [Test]
    public async Task CompleteAsync_Retry_WaitsAndCountsTheTrouble()
    {
        var leased = await LeasedAsync(1);
        await MarkAsync(leased);
        await CompleteAsync(leased, new InvitationChange { State = Pending, Reason = "No connection.", RetryIn = TimeSpan.FromMinutes(1), InTrouble = true });
        Assert.That(await LeaseAsync(leased.Lease.Invitation), Is.Null);

        await _tables.MoveTimeAsync(TimeSpan.FromMinutes(1));
        var again = await LeaseAsync(leased.Lease.Invitation);
        Assert.That((again!.Retries, again.Attempts, again.TroubleSince is not null, again.FirstDueAt), Is.EqualTo((1, 1, true, Some.LongAgo)));
    }

    [Test]
    public async Task CompleteAsync_Deferred_WaitsForTheInstant()
    {
        var leased = await LeasedAsync(1);
        var until = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.AddHours(3).ToUnixTimeMilliseconds());
        await CompleteAsync(leased, new InvitationChange { State = Pending, Reason = "Window.", DeferUntil = until });
        Assert.That((await RowAsync(leased)).DueAt, Is.EqualTo(until));
    }

    [Test]
    public async Task CompleteAsync_Twice_WritesOnce()
    {
        var leased = await LeasedAsync(1);
        await CompleteAsync(leased, Some.Accepted);
        Assert.That(await CompleteAsync(leased, Some.Accepted with { State = Failed }), Is.False);
        Assert.That((await RowAsync(leased)).State, Is.EqualTo(Accepted));
    }

    [Test]
    public async Task CompleteAsync_LateAnswerOfTheSameLease_TurnsUnconfirmedIntoAccepted()
    {
        var leased = await LeasedAsync(1);
        await MarkAsync(leased);
        await _tables.MoveTimeAsync(Some.LeaseLength * 2);
        Assert.That(await Outbox.ResolveExpiredAsync(10, default), Is.EqualTo(new ExpiredLeases(0, 1)));

        Assert.That(await CompleteAsync(leased, Some.Accepted), Is.True);
        Assert.That((await RowAsync(leased)).State, Is.EqualTo(Accepted));
    }

    [Test]
    public async Task CompleteAsync_LateRetryOfAnUnconfirmedRow_WritesNothing()
    {
        var leased = await LeasedAsync(1);
        await MarkAsync(leased);
        await _tables.MoveTimeAsync(Some.LeaseLength * 2);
        await Outbox.ResolveExpiredAsync(10, default);

        Assert.That(await CompleteAsync(leased, new InvitationChange { State = Pending, Reason = "Again." }), Is.False);
    }

    [Test]
    public async Task ResolveExpiredAsync_RequestNotStarted_WaitsAgain()
    {
        var leased = await LeasedAsync(1);
        Assert.That(await Outbox.ResolveExpiredAsync(10, default), Is.EqualTo(new ExpiredLeases(0, 0)));
        await _tables.MoveTimeAsync(Some.LeaseLength * 2);

        Assert.That(await Outbox.ResolveExpiredAsync(10, default), Is.EqualTo(new ExpiredLeases(1, 0)));
        Assert.That((await RowAsync(leased)).State, Is.EqualTo(Pending));
        Assert.That(await CompleteAsync(leased, Some.Accepted), Is.False, "a stalled node must not write any more");
    }

    [Test]
    public async Task ResolveAsync_LeasedAnewBetweenTheLookAndTheLock_KeepsItsNewLease()
    {
        var leased = await LeasedAsync(1);
        await _tables.MoveTimeAsync(Some.LeaseLength * 2);
        await Outbox.ResolveExpiredAsync(10, default);
        var again = (await _tables.LeaseAsync(leased.Lease.Invitation))!;

        // What a slower sweep does that had found the first lease expired.
        var resolved = await new LeaseEnd(_tables.Database).ResolveAsync([leased.Lease.Invitation.Value], default);

        Assert.That((resolved, (await RowAsync(leased)).State), Is.EqualTo((new ExpiredLeases(0, 0), Sending)));
        Assert.That(await CompleteAsync(again, Some.Accepted), Is.True);
    }

    [Test]
    public async Task CancelAsync_WaitingRow_IsCancelledAtOnceAndNeverLeased()
    {
        var id = await AddAsync(1);
        Assert.That(await CancelAsync(1), Is.EqualTo(1));
        Assert.That(await CancelAsync(1), Is.Zero);
        Assert.That(await LeaseAsync(id), Is.Null);
        Assert.That((await _tables.Queries.FindAsync(id, default))!.Reason, Is.EqualTo("The order was cancelled."));
    }

    [Test]
    public async Task CancelAsync_LeasedRow_StopsItsRequest()
    {
        var leased = await LeasedAsync(1);
        await CancelAsync(1);
        Assert.That(await MarkAsync(leased), Is.EqualTo(RequestStart.CancelRequested));
    }

    [Test]
    public async Task CancelAsync_RowThatGoesBackToWaiting_IsCancelledInstead()
    {
        var leased = await LeasedAsync(1);
        await CancelAsync(1);
        await CompleteAsync(leased, new InvitationChange { State = Pending, Reason = "The worker is stopping.", RetryIn = TimeSpan.Zero });
        Assert.That((await RowAsync(leased)).State, Is.EqualTo(Cancelled));
    }

    [Test]
    public async Task CancelAsync_AfterItWasSent_LeavesANote()
    {
        var leased = await LeasedAsync(1);
        await CompleteAsync(leased, Some.Accepted);
        await CancelAsync(1);
        await CancelAsync(1);

        Assert.That((await RowAsync(leased)).State, Is.EqualTo(Accepted));
        var notes = (await _tables.Queries.HistoryAsync(leased.Lease.Invitation, default)).Where(line => line.Why.StartsWith("Cancelled after it was sent", StringComparison.Ordinal));
        Assert.That(notes.Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task CancelAsync_RacingWithTheStart_OneOfThemWins()
    {
        for (var i = 0; i < 60; i++)
        {
            var leased = await LeasedAsync(i);
            var number = i;
            var mark = Task.Run(() => MarkAsync(leased));
            var cancel = Task.Run(() => CancelAsync(number));
            await Task.WhenAll(mark, cancel);

            var row = await _tables.Database.FindAsync<Internal.InvitationRecord>(_ => "SELECT * FROM CustomerRadar_Invitation WHERE Id = @id", new { id = leased.Lease.Invitation.Value }, default);
            Assert.That(row!.CancelRequested, Is.Not.Null);
            Assert.That(await mark == RequestStart.Marked, Is.EqualTo(row.RequestStartedAt is not null));
        }
    }

    [Test]
    public async Task CancelAllAsync_EverythingThatWaits_IsCancelled()
    {
        await AddAsync(1);
        var leased = await LeasedAsync(2);
        Assert.That(await Outbox.CancelAllAsync("Uninstalled.", "test", default), Is.EqualTo(1));
        Assert.That(await MarkAsync(leased), Is.EqualTo(RequestStart.CancelRequested));
    }

    private async Task<InvitationId> AddAsync(int number, DateTimeOffset? due = null) => (await Outbox.AddAsync(Some.Planned(number, due), default)).Id!.Value;

    private Task<LeasedInvitation?> LeaseAsync(InvitationId id) => Outbox.LeaseAsync(id, Some.LeaseLength, "node", default);

    private async Task<LeasedInvitation> LeasedAsync(int number) => (await LeaseAsync(await AddAsync(number)))!;

    private Task<RequestStart> MarkAsync(LeasedInvitation leased) => Outbox.MarkRequestStartedAsync(leased.Lease, TimeSpan.FromSeconds(32), [], default);

    private Task<bool> CompleteAsync(LeasedInvitation leased, InvitationChange change) => Outbox.CompleteAsync(leased.Lease, change, default);

    private Task<int> CancelAsync(int number) => Outbox.CancelAsync(Some.Store, Some.Subject(number), "The order was cancelled.", "test", default);

    private async Task<InvitationRow> RowAsync(LeasedInvitation leased) => (await _tables.Queries.FindAsync(leased.Lease.Invitation, default))!;

    private Task<List<long>> SweepAsync(string node) => Task.Run(async () =>
    {
        var ids = new List<long>();
        while (await Outbox.LeaseDueAsync(7, TimeSpan.Zero, Some.LeaseLength, node, default) is { Count: > 0 } page)
            ids.AddRange(page.Select(leased => leased.Lease.Invitation.Value));
        return ids;
    });
}
