using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using static CustomerRadar.Core.Invitations.CommandResult;
using static CustomerRadar.Core.Invitations.InvitationState;

namespace CustomerRadar.Storage.Tests;

[EveryProduct]
internal sealed class InvitationCommandsTests<TProduct>
    where TProduct : IProduct, new()
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private Tables _tables = null!;

    private InvitationCommands Commands => _tables.Commands;

    [SetUp]
    public async Task SetUp() => _tables = await Tables.CreateAsync(new TProduct());

    [TearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [Test]
    public async Task EveryCommand_NoSuchRow_SaysSo()
    {
        var id = new InvitationId(4711);
        CommandResult[] results =
        [
            await Commands.RetryAsync(id, "me", default),
            await Commands.ResendAsync(id, Quiet, "me", default),
            await Commands.MarkAcceptedAsync(id, "me", default),
            await Commands.CancelAsync(id, "me", default),
            await Commands.SendNowAsync(id, false, "me", default),
        ];
        Assert.That(results, Is.All.EqualTo(NotFound));
    }

    [TestCase(Pending, "cancel, send now")]
    [TestCase(Sending, "cancel")]
    [TestCase(Accepted, "")]
    [TestCase(Skipped, "")]
    [TestCase(Failed, "retry")]
    [TestCase(Unconfirmed, "resend, mark accepted")]
    [TestCase(Cancelled, "")]
    public async Task EveryCommand_InEachState_IsDoneOrRefused(InvitationState state, string allowed)
    {
        var done = new List<string>();
        foreach (var (name, command) in All())
        {
            var id = await InStateAsync(done.Count + (100 * All().ToList().FindIndex(one => one.Name == name)), state);
            await _tables.MoveTimeAsync(Quiet);
            var result = await command(id);
            Assert.That(result, Is.AnyOf(Done, WrongState), name);
            if (result == Done)
                done.Add(name);
            else
                Assert.That((await _tables.RowAsync(id)).State, Is.EqualTo(state), name);
        }

        Assert.That(string.Join(", ", done), Is.EqualTo(allowed));
    }

    [Test]
    public async Task RetryAsync_FailedRow_IsDueAtOnceAsIfNew()
    {
        var leased = await _tables.LeasedAsync(1);
        await _tables.Outbox.CompleteAsync(leased.Lease, new InvitationChange { State = Pending, Reason = "No connection.", RetryIn = TimeSpan.Zero, InTrouble = true }, default);
        var id = leased.Lease.Invitation;
        await EndAsync((await _tables.LeaseAsync(id))!, Failed);

        Assert.That(await Commands.RetryAsync(id, "me", default), Is.EqualTo(Done));
        Assert.That((await _tables.RowAsync(id)).Advice, Is.Null);
        var again = await _tables.LeaseAsync(id);
        Assert.That((again!.Retries, again.TroubleSince, again.Attempts), Is.EqualTo((0, (DateTimeOffset?)null, 1)));
        Assert.That((await _tables.Queries.HistoryAsync(id, default)).Select(line => (line.From, line.To, line.By)), Has.Member(((InvitationState?)Failed, Pending, "me")));
    }

    [Test]
    public async Task ResendAsync_BeforeItIsQuiet_IsTooEarly()
    {
        var id = await InStateAsync(1, Unconfirmed);
        Assert.That(await Commands.ResendAsync(id, Quiet, "me", default), Is.EqualTo(TooEarly));
        Assert.That((await _tables.RowAsync(id)).State, Is.EqualTo(Unconfirmed));
        await _tables.MoveTimeAsync(Quiet);
        Assert.That(await Commands.ResendAsync(id, Quiet, "me", default), Is.EqualTo(Done));
        Assert.That(await _tables.LeaseAsync(id), Is.Not.Null);
    }

    [Test]
    public async Task ResendAsync_RacingWithTheLateAnswer_OneOfThemCounts()
    {
        var (resent, answered) = (0, 0);
        for (var i = 0; i < 60; i++)
        {
            var leased = await _tables.LeasedAsync(i);
            await MarkAsync(leased);
            await _tables.MoveTimeAsync(Some.LeaseLength * 2);
            await _tables.Outbox.ResolveExpiredAsync(10, default);

            var resend = Task.Run(() => Commands.ResendAsync(leased.Lease.Invitation, Quiet, "me", default));
            var answer = Task.Run(() => _tables.Outbox.CompleteAsync(leased.Lease, Some.Accepted, default));
            await Task.WhenAll(resend, answer);

            var state = (await _tables.RowAsync(leased)).State;
            Assert.That((await resend, await answer, state), Is.EqualTo((Done, false, Pending)).Or.EqualTo((WrongState, true, Accepted)));
            _ = state == Pending ? resent++ : answered++;
        }

        TestContext.Out.WriteLine($"{resent} resent, {answered} answered");
    }

    [Test]
    public async Task ResendAsync_OldAnswerAfterTheNewAttempt_WritesNothing()
    {
        var old = await _tables.LeasedAsync(1);
        await MarkAsync(old);
        await _tables.MoveTimeAsync(Some.LeaseLength * 2);
        await _tables.Outbox.ResolveExpiredAsync(10, default);
        await Commands.ResendAsync(old.Lease.Invitation, Quiet, "me", default);
        var attempt = await _tables.LeaseAsync(old.Lease.Invitation);
        await MarkAsync(attempt!);

        Assert.That(await _tables.Outbox.CompleteAsync(old.Lease, Some.Accepted with { State = Failed }, default), Is.False);
        Assert.That(await _tables.Outbox.CompleteAsync(attempt!.Lease, Some.Accepted, default), Is.True);
    }

    [Test]
    public async Task CancelAsync_RowBeingSent_IsAskedForOnce()
    {
        var leased = await _tables.LeasedAsync(1);
        Assert.That(await Commands.CancelAsync(leased.Lease.Invitation, "me", default), Is.EqualTo(Done));
        Assert.That(await Commands.CancelAsync(leased.Lease.Invitation, "me", default), Is.EqualTo(Done));
        Assert.That(await MarkAsync(leased), Is.EqualTo(RequestStart.CancelRequested));
        Assert.That((await _tables.Queries.HistoryAsync(leased.Lease.Invitation, default)).Count(line => line.By == "me"), Is.EqualTo(1));
    }

    [Test]
    public async Task RetryAsync_OverrulesAPersonsCancellationButNotTheOrders()
    {
        var byHand = await _tables.LeasedAsync(1);
        await Commands.CancelAsync(byHand.Lease.Invitation, "me", default);
        await EndAsync(byHand, Failed);
        var byOrder = await _tables.LeasedAsync(2);
        await _tables.Outbox.CancelAsync(Some.Store, Some.Subject(2), "Refunded.", "shop", default);
        await EndAsync(byOrder, Failed);
        await Commands.RetryAsync(byHand.Lease.Invitation, "me", default);
        await Commands.RetryAsync(byOrder.Lease.Invitation, "me", default);

        Assert.That((await _tables.LeaseAsync(byHand.Lease.Invitation))!.CancelRequested, Is.Null);
        Assert.That((await _tables.LeaseAsync(byOrder.Lease.Invitation))!.CancelRequested, Is.EqualTo("Refunded."));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task SendNowAsync_WaitingRow_IsDueAtOnceAndSaysSo(bool confirmed)
    {
        var id = await _tables.AddAsync(1, DateTimeOffset.UtcNow.AddDays(3));
        Assert.That(await Commands.SendNowAsync(id, confirmed, "me", default), Is.EqualTo(Done));
        var leased = await _tables.LeaseAsync(id);
        Assert.That((leased!.SendNow, leased.Confirmed), Is.EqualTo((true, confirmed)));
    }

    [Test]
    public async Task MoveAsync_WaitingRow_GetsBothInstantsOnce()
    {
        var id = await _tables.AddAsync(1);
        await Commands.SendNowAsync(id, true, "me", default);
        var later = Some.LongAgo.AddDays(400);
        var planned = Some.Planned(1, later.AddHours(2));
        planned = planned with { Interaction = planned.Interaction with { OccurredAt = later } };

        Assert.That(await Commands.MoveAsync(planned, "source", default), Is.EqualTo(id));
        Assert.That(await Commands.MoveAsync(planned, "source", default), Is.Null);
        var row = await _tables.RowAsync(id);
        Assert.That((row.Interaction.OccurredAt, row.DueAt, row.State), Is.EqualTo((later, later.AddHours(2), Pending)));
        await _tables.MoveTimeAsync(TimeSpan.FromDays(800));
        var leased = await _tables.LeaseAsync(id);
        Assert.That((leased!.FirstDueAt, leased.SendNow, leased.Confirmed), Is.EqualTo((later.AddHours(2), false, false)));
        Assert.That(await Commands.MoveAsync(Some.Planned(1), "source", default), Is.Null, "it is being sent");
        Assert.That(await Commands.MoveAsync(Some.Planned(2), "source", default), Is.Null, "there is none");
    }

    [Test]
    public async Task ReviveAsync_CancelledWithItsSubject_WaitsAgainAtItsTime()
    {
        var due = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.AddDays(1).ToUnixTimeMilliseconds());
        var id = await _tables.AddAsync(1, due);
        await _tables.Outbox.CancelAsync(Some.Store, Some.Subject(1), "Gone.", "shop", default);

        Assert.That(await Commands.ReviveAsync(Some.Store, Some.Subject(1), "Restored.", "shop", default), Is.EqualTo(new[] { id }));
        Assert.That(await Commands.ReviveAsync(Some.Store, Some.Subject(1), "Restored.", "shop", default), Is.Empty);
        var row = await _tables.RowAsync(id);
        Assert.That((row.State, row.DueAt, row.Reason), Is.EqualTo((Pending, due, "Restored.")));
        await _tables.MoveTimeAsync(TimeSpan.FromDays(2));
        Assert.That((await _tables.LeaseAsync(id))!.CancelRequested, Is.Null);
    }

    [Test]
    public async Task ReviveAsync_CancelledForAnotherReason_Stays()
    {
        await Commands.CancelAsync(await _tables.AddAsync(1), "me", default);
        var leased = await _tables.LeasedAsync(2);
        await _tables.Outbox.CompleteAsync(leased.Lease, new InvitationChange { State = Cancelled, Reason = "Its rule is gone.", Cause = CancelCause.Rule }, default);
        foreach (var number in new[] { 1, 2 })
        {
            await _tables.Outbox.CancelAsync(Some.Store, Some.Subject(number), "Gone.", "shop", default);
            Assert.That(await Commands.ReviveAsync(Some.Store, Some.Subject(number), "Restored.", "shop", default), Is.Empty);
        }
    }

    [Test]
    public async Task ReviveAsync_WorkerWasAskedAndHasNotHeard_GoesOn()
    {
        var leased = await _tables.LeasedAsync(1);
        await _tables.Outbox.CancelAsync(Some.Store, Some.Subject(1), "Gone.", "shop", default);
        Assert.That(await Commands.ReviveAsync(Some.Store, Some.Subject(1), "Restored.", "shop", default), Is.Empty);
        Assert.That(await MarkAsync(leased), Is.EqualTo(RequestStart.Marked));
    }

    [Test]
    public async Task CancelRuleAsync_CancelsWhatWaitsUnderItOnly()
    {
        var waiting = await _tables.AddAsync(1, rule: "gone");
        var sending = await _tables.LeasedAsync(2, rule: "gone");
        var accepted = await _tables.LeasedAsync(3, rule: "gone");
        await EndAsync(accepted, Accepted);
        var other = await _tables.AddAsync(4);

        Assert.That(await Commands.CancelRuleAsync(RuleKey.Parse("gone"), "me", default), Is.EqualTo(1));
        Assert.That((await _tables.RowAsync(waiting)).State, Is.EqualTo(Cancelled));
        Assert.That(await MarkAsync(sending), Is.EqualTo(RequestStart.CancelRequested));
        Assert.That((await _tables.Queries.HistoryAsync(accepted.Lease.Invitation, default)), Has.Count.EqualTo(3));
        Assert.That((await _tables.RowAsync(other)).State, Is.EqualTo(Pending));
    }

    [Test]
    public async Task WaitingAsync_PagesByNumber()
    {
        var ids = new List<InvitationId>();
        for (var i = 0; i < 5; i++)
            ids.Add(await _tables.AddAsync(i));
        await _tables.AddAsync(9, rule: "other");
        await _tables.LeaseAsync(ids[1]);

        var first = await Commands.WaitingAsync(Some.Rule, default, 2, default);
        var second = await Commands.WaitingAsync(Some.Rule, first[^1].Id, 10, default);
        Assert.That(first.Concat(second).Select(row => row.Id), Is.EqualTo(new[] { ids[0], ids[2], ids[3], ids[4] }));
    }

    private IEnumerable<(string Name, Func<InvitationId, Task<CommandResult>> Command)> All() =>
    [
        ("retry", id => Commands.RetryAsync(id, "me", default)),
        ("resend", id => Commands.ResendAsync(id, Quiet, "me", default)),
        ("mark accepted", id => Commands.MarkAcceptedAsync(id, "me", default)),
        ("cancel", id => Commands.CancelAsync(id, "me", default)),
        ("send now", id => Commands.SendNowAsync(id, false, "me", default)),
    ];

    private async Task<InvitationId> InStateAsync(int number, InvitationState state)
    {
        var id = await _tables.AddAsync(number);
        if (state == Cancelled)
            await _tables.Outbox.CancelAsync(Some.Store, Some.Subject(number), "Gone.", "shop", default);
        if (state is Pending or Cancelled)
            return id;
        var leased = (await _tables.LeaseAsync(id))!;
        if (state != Sending)
            await EndAsync(leased, state);
        return id;
    }

    private async Task EndAsync(LeasedInvitation leased, InvitationState state)
    {
        await MarkAsync(leased);
        await _tables.Outbox.CompleteAsync(leased.Lease, new InvitationChange { State = state, Reason = "The end.", Advice = "Do something." }, default);
    }

    private Task<RequestStart> MarkAsync(LeasedInvitation leased) =>
        _tables.Outbox.MarkRequestStartedAsync(leased.Lease, TimeSpan.FromSeconds(32), [], default);
}
