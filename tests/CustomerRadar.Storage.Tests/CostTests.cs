using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Storage.Tests;

/// <summary>Planning, leasing and sweeping read a handful of rows however many there are: counted by the database itself.</summary>
[TestFixture(typeof(PostgreSql))]
[TestFixture(typeof(MySql))]
internal sealed class CostTests<TProduct>
    where TProduct : IProduct, new()
{
    /// <summary>Rows are doubled so often; docs/decisions/0012 tells of a run with 18, which is more than a million.</summary>
    private const int Doublings = 12;

    private const int Handful = 60;

    private const int Counted = IInvitationQueries.MostCounted + 200;

    private Tables _tables = null!;

    [OneTimeSetUp]
    public async Task FillAsync()
    {
        _tables = await Tables.CreateAsync(new TProduct());
        if (!await RowsRead.AreCountedAsync(_tables))
            return;
        // What waits for tomorrow, what is being sent, what has ended.
        foreach (var number in Enumerable.Range(1, 4))
            await _tables.Outbox.AddAsync(Some.Planned(number, number > 2 ? null : DateTimeOffset.UtcNow.AddDays(1)), default);
        await _tables.Outbox.LeaseDueAsync(2, TimeSpan.Zero, TimeSpan.FromDays(1), "node", default);
        await _tables.Database.ExecuteAsync(_ => "UPDATE CustomerRadar_Invitation SET State = 'Accepted' WHERE Subject IN ('order:2', 'order:4')", null, default);
        const string Copied = "StoreKey, RuleKey, ConnectionKey, TriggerName, Origin, State, OccurredAt, CreatedAt, ChangedAt, FirstDueAt, DueAt, Attempts, Retries, LeaseUntil";
        for (var i = 0; i < Doublings; i++)
        {
            await _tables.Database.WriteAsync<int?>(
                _ => $"INSERT INTO CustomerRadar_Invitation (Subject, {Copied}) SELECT CONCAT(Subject, @letter), {Copied} FROM CustomerRadar_Invitation",
                new { letter = $"{(char)('a' + i)}" },
                600,
                default);
        }

        await RowsRead.AnalyzeAsync(_tables);
    }

    [OneTimeTearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [Test]
    public Task AddAsync_NewAndKnown_ReadAHandful() => ReadAsync(async () =>
    {
        Assert.That((await _tables.Outbox.AddAsync(Some.Planned(1001, DateTimeOffset.UtcNow.AddDays(1)), default)).IsNew, Is.True);
        Assert.That((await _tables.Outbox.AddAsync(Some.Planned(1), default)).IsNew, Is.False);
    });

    [Test]
    public Task LeaseDueAsync_SomeDue_ReadsAHandful() => ReadAsync(async () =>
    {
        foreach (var number in Enumerable.Range(2001, 5))
            await _tables.Outbox.AddAsync(Some.Planned(number), default);
        Assert.That(await _tables.Outbox.LeaseDueAsync(50, TimeSpan.FromSeconds(30), Some.LeaseLength, "node", default), Has.Count.EqualTo(5));
    });

    [Test]
    public Task LeaseDueAsync_NothingDue_ReadsAHandful() => ReadAsync(async () =>
        Assert.That(await _tables.Outbox.LeaseDueAsync(50, TimeSpan.FromDays(3000), Some.LeaseLength, "node", default), Is.Empty));

    [Test]
    public Task ResolveExpiredAsync_NothingExpired_ReadsAHandful() => ReadAsync(async () =>
        Assert.That(await _tables.Outbox.ResolveExpiredAsync(50, default), Is.EqualTo(new ExpiredLeases(0, 0))));

    [Test]
    public Task LifeOfOneRow_ReadsAHandful() => ReadAsync(async () =>
    {
        var id = (await _tables.Outbox.AddAsync(Some.Planned(3001), default)).Id!.Value;
        var leased = await _tables.Outbox.LeaseAsync(id, Some.LeaseLength, "node", default);
        Assert.That(await _tables.Outbox.CompleteAsync(leased!.Lease, Some.Accepted, default), Is.True);
    });

    [Test]
    public Task CancelAsync_OneSubject_ReadsAHandful() => ReadAsync(async () =>
    {
        await _tables.Outbox.AddAsync(Some.Planned(4001), default);
        Assert.That(await _tables.Outbox.CancelAsync(Some.Store, Some.Subject(4001), "Gone.", "test", default), Is.EqualTo(1));
    });

    [Test]
    public Task ListAsync_ManyRows_ReadsNoMoreThanItCounts() => ReadAsync(
        async () => Assert.That((await _tables.Queries.ListAsync(new InvitationFilter(), 1, 50, default)).Total, Is.EqualTo(IInvitationQueries.MostCounted)), Counted);

    [Test]
    public Task ListAsync_FewOfAStateOfAStore_ReadsAHandful() => ReadAsync(async () =>
        Assert.That((await _tables.Queries.ListAsync(new InvitationFilter(InvitationState.Failed, Store: Some.Store), 1, 50, default)).Items, Is.Empty));

    [Test]
    public Task CountTroubledAsync_NothingInTrouble_ReadsAHandful() => ReadAsync(async () =>
        Assert.That(await _tables.Records.CountTroubledAsync(Some.LongAgo, 1000, default), Is.EqualTo(new Core.Periodic.TroubledRows(0, 0))));

    private async Task ReadAsync(Func<Task> work, int atMost = Handful)
    {
        if (!await RowsRead.AreCountedAsync(_tables))
            Assert.Ignore(RowsRead.NotCounted);
        var before = await RowsRead.CountAsync(_tables);
        await work();
        Assert.That(await RowsRead.CountAsync(_tables) - before, Is.LessThan(atMost), $"of {4 << Doublings} rows");
    }
}
