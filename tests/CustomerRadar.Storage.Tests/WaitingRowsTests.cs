using CustomerRadar.Core.Invitations;
using static CustomerRadar.Core.Invitations.InvitationState;

namespace CustomerRadar.Storage.Tests;

/// <summary>Rows that wait for another row's reservation.</summary>
[EveryProduct]
internal sealed class WaitingRowsTests<TProduct>
    where TProduct : IProduct, new()
{
    private Tables _tables = null!;

    private Outbox Outbox => _tables.Outbox;

    [SetUp]
    public async Task SetUp() => _tables = await Tables.CreateAsync(new TProduct());

    [TearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [TestCase(Accepted)]
    [TestCase(Skipped)]
    [TestCase(Failed)]
    [TestCase(Unconfirmed)]
    [TestCase(Cancelled)]
    public async Task CompleteAsync_RowEnds_WakesThoseThatWaitForIt(InvitationState end)
    {
        var blocker = await _tables.LeasedAsync(1);
        var waiting = await BlockAsync(await _tables.LeasedAsync(2), blocker.Lease.Invitation);
        var bystander = await _tables.AddAsync(3);
        var other = await BlockAsync(await _tables.LeasedAsync(4), bystander);
        Assert.That((await _tables.RowAsync(waiting)).BlockedBy, Is.EqualTo(blocker.Lease.Invitation));
        Assert.That(await _tables.LeaseAsync(waiting), Is.Null);

        await Outbox.CompleteAsync(blocker.Lease, new InvitationChange { State = end, Reason = "The end." }, default);

        Assert.That((await _tables.RowAsync(waiting)).BlockedBy, Is.Null);
        Assert.That(await _tables.LeaseAsync(waiting), Is.Not.Null, "due at once");
        Assert.That((await _tables.RowAsync(other)).BlockedBy, Is.EqualTo(bystander));
        Assert.That(await _tables.LeaseAsync(other), Is.Null);
    }

    [Test]
    public async Task CompleteAsync_RowThatOnlyWaitsAgain_WakesNobody()
    {
        var blocker = await _tables.LeasedAsync(1);
        var waiting = await BlockAsync(await _tables.LeasedAsync(2), blocker.Lease.Invitation);
        await Outbox.CompleteAsync(blocker.Lease, new InvitationChange { State = Pending, Reason = "No connection.", RetryIn = TimeSpan.FromMinutes(1) }, default);
        Assert.That(await _tables.LeaseAsync(waiting), Is.Null);
    }

    [Test]
    public async Task CompleteAsync_BlockedByOneThatHasEnded_IsDueAtOnce()
    {
        var blocker = await _tables.LeasedAsync(1);
        var late = await _tables.LeasedAsync(2);
        await Outbox.CompleteAsync(blocker.Lease, Some.Accepted, default);

        var waiting = await BlockAsync(late, blocker.Lease.Invitation);
        Assert.That((await _tables.RowAsync(waiting)).BlockedBy, Is.Null);
        Assert.That(await _tables.LeaseAsync(waiting), Is.Not.Null);
    }

    [Test]
    public async Task CancelAsync_BlockerIsCancelled_WakesThoseThatWaitForIt()
    {
        var blocker = await _tables.AddAsync(1);
        var waiting = await BlockAsync(await _tables.LeasedAsync(2), blocker);
        await Outbox.CancelAsync(Some.Store, Some.Subject(1), "Gone.", "test", default);
        Assert.That(await _tables.LeaseAsync(waiting), Is.Not.Null);
    }

    [Test]
    public async Task ResolveExpiredAsync_BlockerBecomesUnconfirmed_WakesThoseThatWaitForIt()
    {
        var blocker = await _tables.LeasedAsync(1);
        await Outbox.MarkRequestStartedAsync(blocker.Lease, TimeSpan.FromSeconds(32), [], default);
        var waiting = await BlockAsync(await _tables.LeasedAsync(2), blocker.Lease.Invitation);
        await _tables.MoveTimeAsync(Some.LeaseLength * 2);
        await Outbox.ResolveExpiredAsync(10, default);
        Assert.That(await _tables.LeaseAsync(waiting), Is.Not.Null);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task CompleteAsync_EndRacingWithTheWait_NeverLeavesARowAsleep(bool blockerIsOlder)
    {
        for (var i = 0; i < 100; i++)
        {
            var first = await _tables.LeasedAsync(2 * i);
            var second = await _tables.LeasedAsync((2 * i) + 1);
            var (blocker, blocked) = blockerIsOlder ? (first, second) : (second, first);
            await Task.WhenAll(
                Task.Run(() => Outbox.CompleteAsync(blocker.Lease, Some.Accepted, default)),
                Task.Run(() => BlockAsync(blocked, blocker.Lease.Invitation)));

            var row = await _tables.RowAsync(blocked);
            Assert.That((row.State, row.BlockedBy), Is.EqualTo((Pending, (InvitationId?)null)));
            Assert.That(await _tables.LeaseAsync(row.Id), Is.Not.Null);
        }
    }

    [Test]
    public async Task CompleteAsync_RacingWithACancellationOfBoth_NeverFails()
    {
        for (var i = 0; i < 60; i++)
        {
            var subject = i;
            // The older row has the later rule key, so that the two orders in which rows can be found differ.
            var first = await _tables.LeasedAsync(i, rule: "z");
            var second = await _tables.LeasedAsync(i, rule: "a");
            await Task.WhenAll(
                Task.Run(() => Outbox.CancelAsync(Some.Store, Some.Subject(subject), "Gone.", "test", default)),
                Task.Run(() => BlockAsync(second, first.Lease.Invitation)),
                Task.Run(() => Outbox.CompleteAsync(first.Lease, Some.Accepted, default)));
            Assert.That((await _tables.RowAsync(second)).State, Is.EqualTo(Cancelled));
        }
    }

    private async Task<InvitationId> BlockAsync(LeasedInvitation leased, InvitationId by)
    {
        await Outbox.CompleteAsync(
            leased.Lease, new InvitationChange { State = Pending, Reason = "Another one is on its way.", RetryIn = TimeSpan.FromHours(1), BlockedBy = by }, default);
        return leased.Lease.Invitation;
    }
}
