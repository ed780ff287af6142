using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Storage.Tests;

[EveryProduct]
internal sealed class OutcomesTests<TProduct>
    where TProduct : IProduct, new()
{
    private static readonly InvitationChange Failed = new() { State = InvitationState.Failed, Reason = "Refused.", Advice = "Correct it." };
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);

    private Tables _tables = null!;

    [SetUp]
    public async Task SetUp() => _tables = await Tables.CreateAsync(new TProduct());

    [TearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [Test]
    public async Task AfterAsync_RowsEnded_AreToldInOrder()
    {
        await EndAsync(1, Some.Accepted);
        await EndAsync(2, Failed);
        var page = await AfterAsync(0);

        Assert.That(page.Outcomes.Select(outcome => (outcome.Store, outcome.Subject, outcome.State, outcome.Why, outcome.Advice, outcome.Reference)), Is.EqualTo(new[]
        {
            (Some.Store, Some.Subject(1), InvitationState.Accepted, "Accepted.", (string?)null, Some.Accepted.Reference),
            (Some.Store, Some.Subject(2), InvitationState.Failed, "Refused.", "Correct it.", null),
        }));
        Assert.That((page.IsLast, page.Mark), Is.EqualTo((true, await _tables.Outcomes.NewestAsync(TimeSpan.Zero, default))));
        Assert.That((await AfterAsync(page.Mark)).Outcomes, Is.Empty);
    }

    [Test]
    public async Task AfterAsync_RowThatWaitsAgainOrGetsANote_IsNoOutcome()
    {
        await EndAsync(1, new() { State = InvitationState.Pending, Reason = "Later.", RetryIn = TimeSpan.FromHours(1) });
        await EndAsync(2, Some.Accepted);
        // What was accepted cannot be taken back: a note says that somebody wanted it.
        await _tables.Outbox.CancelAsync(Some.Store, Some.Subject(2), "The order was cancelled.", "test", default);
        Assert.That((await AfterAsync(0)).Outcomes.Select(outcome => outcome.Subject), Is.EqualTo(new[] { Some.Subject(2) }));
    }

    [Test]
    public async Task AfterAsync_UnconfirmedThenMarkedAsAccepted_AreTwo()
    {
        var id = await EndAsync(1, new() { State = InvitationState.Unconfirmed, Reason = "Lost.", Advice = "Look." });
        await _tables.Commands.MarkAcceptedAsync(id, "test", default);
        Assert.That((await AfterAsync(0)).Outcomes.Select(outcome => (outcome.State, outcome.Advice)), Is.EqualTo(new[]
        {
            (InvitationState.Unconfirmed, (string?)null), (InvitationState.Accepted, null),
        }));
    }

    [Test]
    public async Task AfterAsync_Pages_CoverEverythingOnce()
    {
        for (var number = 1; number <= 5; number++)
            await EndAsync(number, Some.Accepted);
        var (mark, seen, isLast) = (0L, new List<SubjectKey>(), false);
        while (!isLast)
        {
            var page = await AfterAsync(mark, atMost: 3);
            seen.AddRange(page.Outcomes.Select(outcome => outcome.Subject));
            (mark, isLast) = (page.Mark, page.IsLast);
        }

        Assert.That(seen, Is.EqualTo(Enumerable.Range(1, 5).Select(Some.Subject)));
    }

    [Test]
    public async Task AfterAsync_ChangeOfThisMoment_WaitsUntilItIsSettled()
    {
        await EndAsync(1, Some.Accepted);
        var tooEarly = await _tables.Outcomes.AfterAsync(0, Settled, 100, default);
        Assert.That((tooEarly.Outcomes.Count, tooEarly.Mark), Is.EqualTo((0, 0)));
        await _tables.MoveTimeAsync(Settled);
        Assert.That((await _tables.Outcomes.AfterAsync(0, Settled, 100, default)).Outcomes, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task NewestAsync_NothingYet_IsZero() => Assert.That(await _tables.Outcomes.NewestAsync(TimeSpan.Zero, default), Is.Zero);

    [Test]
    public async Task NewestAsync_WithAnAge_LeavesOutWhatIsYounger()
    {
        await _tables.LeasedAsync(1);
        var old = await _tables.Outcomes.NewestAsync(TimeSpan.Zero, default);
        Assert.That(await _tables.Outcomes.NewestAsync(TimeSpan.FromMinutes(10), default), Is.Zero);
        await _tables.MoveTimeAsync(TimeSpan.FromMinutes(11));
        await _tables.LeasedAsync(2);
        Assert.That(await _tables.Outcomes.NewestAsync(TimeSpan.FromMinutes(10), default), Is.EqualTo(old));
    }

    private Task<OutcomePage> AfterAsync(long mark, int atMost = 100) => _tables.Outcomes.AfterAsync(mark, TimeSpan.Zero, atMost, default);

    private async Task<InvitationId> EndAsync(int number, InvitationChange change)
    {
        var id = (await _tables.Outbox.AddAsync(Some.Planned(number), default)).Id!.Value;
        var leased = await _tables.Outbox.LeaseAsync(id, Some.LeaseLength, "worker", default);
        await _tables.Outbox.CompleteAsync(leased!.Lease, change, default);
        return id;
    }
}
