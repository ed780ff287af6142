using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Pauses;
using static CustomerRadar.Core.Invitations.InvitationState;

namespace CustomerRadar.Storage.Tests;

/// <summary>Rows under a pause.</summary>
[EveryProduct]
internal sealed class HeldRowsTests<TProduct>
    where TProduct : IProduct, new()
{
    private static readonly ConnectionKey Main = ConnectionKey.Parse("store-1");
    private static readonly ConnectionKey Other = ConnectionKey.Parse("store-2");
    private static readonly PauseScope RuleScope = PauseScope.Of(
        Some.Rule, ProgrammeDisplayId.Parse("programme"), new LocationTarget(LocationDisplayId.Parse("nz")));

    private Tables _tables = null!;

    private Outbox Outbox => _tables.Outbox;

    [SetUp]
    public async Task SetUp() => _tables = await Tables.CreateAsync(new TProduct());

    [TearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [TestCase("all")]
    [TestCase("copy")]
    public async Task LeaseDueAsync_EverythingClosed_TakesNothingUntilItOpens(string scope)
    {
        var id = await _tables.AddAsync(1);
        await CloseAsync(PauseScope.Stored(scope));
        Assert.That(await SweepAsync(), Is.Empty);
        Assert.That(await _tables.LeaseAsync(id), Is.Null);

        await _tables.MoveTimeAsync(TimeSpan.FromHours(1));
        Assert.That(await SweepAsync(), Is.EqualTo(new[] { id }), "a probe is due");
    }

    [Test]
    public async Task LeaseDueAsync_OneConnectionClosed_PassesOverItsRowsOnly()
    {
        var closed = await _tables.AddAsync(1);
        var open = await _tables.AddAsync(2, connection: Other);
        await CloseAsync(PauseScope.Of(Main));
        Assert.That(await SweepAsync(), Is.EqualTo(new[] { open }));
        Assert.That(await _tables.LeaseAsync(closed), Is.Null);
    }

    [Test]
    public async Task LeaseDueAsync_HeldByARulesPause_LetsOtherRowsOfTheRulePass()
    {
        var held = await HeldAsync(1, RuleScope);
        var free = await _tables.AddAsync(2);
        await CloseAsync(RuleScope);
        Assert.That(await SweepAsync(), Is.EqualTo(new[] { free }));

        await _tables.Pauses.ChangeAsync(RuleScope, (_, _) => null, default);
        Assert.That(await SweepAsync(), Is.EqualTo(new[] { held }));
    }

    [Test]
    public async Task LeaseDueAsync_PauseThatOnlyCounts_HoldsNothing()
    {
        var id = await _tables.AddAsync(1);
        await _tables.Pauses.ChangeAsync(PauseScope.Of(Main), (_, _) => new Pause { Scope = PauseScope.Of(Main), Cause = PauseCause.Trouble, Troubles = 2 }, default);
        Assert.That(await SweepAsync(), Is.EqualTo(new[] { id }));
    }

    [Test]
    public async Task LeaseDueAsync_MoreRowsOfAClosedConnectionThanItMayTake_TakesThoseBehindThem()
    {
        for (var number = 1; number <= 25; number++)
            await _tables.AddAsync(number, Some.LongAgo.AddMinutes(number));
        var behind = await _tables.AddAsync(26, Some.LongAgo.AddDays(1), Other);
        await CloseAsync(PauseScope.Of(Main));
        Assert.That(await SweepAsync(), Is.EqualTo(new[] { behind }));

        var held = await _tables.RowAsync(new InvitationId(1));
        Assert.That((held.State, held.HeldBy, held.Reason, held.Advice), Is.EqualTo((Pending, PauseScope.Of(Main), "Out of reach.", "Wait.")), "it says why it waits");
    }

    [Test]
    public async Task LeaseDueAsync_PauseEnds_HeldAndOthersGoInTheOrderInWhichTheyAreDue()
    {
        var first = await _tables.AddAsync(1, Some.LongAgo.AddMinutes(1));
        var third = await _tables.AddAsync(3, Some.LongAgo.AddMinutes(3));
        await CloseAsync(PauseScope.Of(Main));
        Assert.That(await SweepAsync(), Is.Empty);
        var second = await _tables.AddAsync(2, Some.LongAgo.AddMinutes(2), Other);
        var fourth = await _tables.AddAsync(4, Some.LongAgo.AddMinutes(4));

        await _tables.Pauses.ChangeAsync(PauseScope.Of(Main), (_, _) => null, default);
        Assert.That(await SweepAsync(atMost: 3), Is.EqualTo(new[] { first, second, third }));
        Assert.That(await SweepAsync(), Is.EqualTo(new[] { fourth }));
    }

    [Test]
    public async Task LeaseDueAsync_ProbeIsDue_TakesOneOfThoseThatAreHeld()
    {
        var first = await HeldAsync(1, RuleScope);
        await HeldAsync(2, RuleScope);
        await CloseAsync(RuleScope);
        await _tables.MoveTimeAsync(TimeSpan.FromHours(1));
        Assert.That(await SweepAsync(), Is.EqualTo(new[] { first }));
    }

    [Test]
    public async Task LeaseDueAsync_ConnectionClosesOverHeldRows_HoldsThemToo()
    {
        var held = await HeldAsync(1, RuleScope);
        await CloseAsync(PauseScope.Of(Main));
        Assert.That(await SweepAsync(), Is.Empty);
        Assert.That((await _tables.RowAsync(held)).HeldBy, Is.EqualTo(PauseScope.Of(Main)));
    }

    [Test]
    public async Task LeaseDueAsync_AfterAPause_TheLongestDueComesFirst()
    {
        var late = await _tables.AddAsync(1, Some.LongAgo.AddDays(2));
        var early = await _tables.AddAsync(2, Some.LongAgo.AddDays(1));
        await CloseAsync(PauseScope.Of(Main));
        Assert.That(await SweepAsync(), Is.Empty);
        await _tables.MoveTimeAsync(TimeSpan.FromHours(1));
        Assert.That((await SweepAsync()).Concat(await SweepAsync()), Is.EqualTo(new[] { early, late }));
    }

    [Test]
    public async Task LeaseDueAsync_OutageThatLasts_TakesThoseThatItHasHeldFor72Hours()
    {
        var held = await _tables.AddAsync(1);
        await CloseAsync(PauseScope.Of(Main));
        Assert.That(await SweepAsync(), Is.Empty);
        await _tables.MoveTimeAsync(RetrySchedule.GiveUpAfter - TimeSpan.FromMinutes(1));
        await GoOnAsync(PauseScope.Of(Main));
        var due = await _tables.AddAsync(2, await _tables.NowAsync());
        Assert.That(await SweepAsync(), Is.Empty);

        await _tables.MoveTimeAsync(TimeSpan.FromMinutes(2));
        Assert.That(await SweepAsync(), Is.EqualTo(new[] { held }));
        Assert.That((await _tables.RowAsync(due)).HeldBy, Is.EqualTo(PauseScope.Of(Main)), "it has not waited for so long");
    }

    [TestCase(PauseCause.LogIn)]
    [TestCase(PauseCause.Address)]
    [TestCase(PauseCause.Operator)]
    public async Task LeaseDueAsync_OtherPausesThatLast_HoldForEver(PauseCause cause)
    {
        await _tables.AddAsync(1);
        await CloseAsync(PauseScope.Of(Main), cause: cause);
        await _tables.MoveTimeAsync(RetrySchedule.GiveUpAfter + TimeSpan.FromHours(1));
        await GoOnAsync(PauseScope.Of(Main));
        Assert.That(await SweepAsync(), Is.Empty);
    }

    [TestCase(PauseCause.Trouble, true)]
    [TestCase(PauseCause.LogIn, false)]
    public async Task LeaseDueAsync_RowInTroubleComesUnderAPause_ItsTroubleLastsWithAnOutage(PauseCause cause, bool lasts)
    {
        var leased = await _tables.LeasedAsync(1);
        await Outbox.CompleteAsync(leased.Lease, new InvitationChange { State = Pending, Reason = "No answer.", RetryIn = TimeSpan.Zero, InTrouble = true }, default);
        await CloseAsync(PauseScope.Of(Main), cause: cause);
        Assert.That(await SweepAsync(), Is.Empty);
        await _tables.Pauses.ChangeAsync(PauseScope.Of(Main), (_, _) => null, default);
        var again = (await Outbox.LeaseDueAsync(1, TimeSpan.Zero, Some.LeaseLength, "node", default)).Single();
        Assert.That((again.TroubleSince is not null, again.Retries), Is.EqualTo((lasts, lasts ? 1 : 0)));
    }

    [Test]
    public async Task MarkRequestStartedAsync_ClosedMeanwhile_IsPaused()
    {
        var leased = await _tables.LeasedAsync(1);
        await CloseAsync(PauseScope.Of(Main));

        Assert.That(await MarkAsync(leased, PauseScope.All, RuleScope), Is.EqualTo(RequestStart.Marked), "a pause that does not cover it");
        Assert.That(await MarkAsync(leased, PauseScope.All, PauseScope.Of(Main)), Is.EqualTo(RequestStart.Paused));
        Assert.That((await _tables.RowAsync(leased)).Attempts, Is.EqualTo(1));

        await _tables.Outbox.CancelAsync(Some.Store, Some.Subject(1), "Gone.", "test", default);
        Assert.That(await MarkAsync(leased, PauseScope.Of(Main)), Is.EqualTo(RequestStart.CancelRequested));
    }

    [Test]
    public async Task MarkRequestStartedAsync_OwnProbe_Passes()
    {
        var prober = await _tables.LeasedAsync(1);
        var other = await _tables.LeasedAsync(2);
        await CloseAsync(PauseScope.Of(Main), prober.Lease.Probe);

        Assert.That(await MarkAsync(other, PauseScope.Of(Main)), Is.EqualTo(RequestStart.Paused));
        Assert.That(await MarkAsync(prober, PauseScope.Of(Main)), Is.EqualTo(RequestStart.Marked));
    }

    [Test]
    public async Task CompleteAsync_HeldBy_StandsOnTheRowUntilTheNextChange()
    {
        var id = await HeldAsync(1, RuleScope);
        Assert.That((await _tables.RowAsync(id)).HeldBy, Is.EqualTo(RuleScope));

        var leased = await _tables.LeaseAsync(id);
        await Outbox.CompleteAsync(leased!.Lease, new InvitationChange { State = Pending, Reason = "Later." }, default);
        Assert.That((await _tables.RowAsync(id)).HeldBy, Is.Null);
    }

    private async Task<InvitationId> HeldAsync(int number, PauseScope scope)
    {
        var leased = await _tables.LeasedAsync(number);
        await Outbox.CompleteAsync(leased.Lease, new InvitationChange { State = Pending, Reason = "Paused.", RetryIn = TimeSpan.Zero, HeldBy = scope }, default);
        return leased.Lease.Invitation;
    }

    private async Task CloseAsync(PauseScope scope, Guid? probe = null, PauseCause cause = PauseCause.Trouble) => await _tables.Pauses.ChangeAsync(
        scope,
        (_, now) => new Pause { Scope = scope, Cause = cause, Since = now, ClosedUntil = now + TimeSpan.FromMinutes(59), Probe = probe, Reason = "Out of reach.", Advice = "Wait." },
        default);

    // As after a probe without an answer.
    private async Task GoOnAsync(PauseScope scope) => await _tables.Pauses.ChangeAsync(scope, (current, now) => current! with { ClosedUntil = now + TimeSpan.FromMinutes(59) }, default);

    private Task<RequestStart> MarkAsync(LeasedInvitation leased, params PauseScope[] scopes) =>
        Outbox.MarkRequestStartedAsync(leased.Lease, TimeSpan.FromSeconds(32), scopes, default);

    private async Task<InvitationId[]> SweepAsync(int atMost = 10) =>
        [.. (await Outbox.LeaseDueAsync(atMost, TimeSpan.Zero, Some.LeaseLength, "node", default)).Select(leased => leased.Lease.Invitation)];
}
