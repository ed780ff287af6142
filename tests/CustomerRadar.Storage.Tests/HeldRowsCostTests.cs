using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Pauses;

namespace CustomerRadar.Storage.Tests;

/// <summary>200,000 rows under a pause: each is moved out of the way once, and from then on costs a sweep nothing. In rows that the database read.</summary>
[TestFixture(typeof(PostgreSql))]
[TestFixture(typeof(MySql))]
internal sealed class HeldRowsCostTests<TProduct>
    where TProduct : IProduct, new()
{
    private const int Rows = 200_000;

    private const int Handful = 60;

    private static readonly ConnectionKey Other = ConnectionKey.Parse("store-2");
    private static readonly PauseScope Main = PauseScope.Of(ConnectionKey.Parse("store-1"));

    [Test]
    public async Task LeaseDueAsync_ManyHeldRows_ReadsAHandful()
    {
        await using var tables = await Tables.CreateAsync(new TProduct());
        if (!await RowsRead.AreCountedAsync(tables))
            Assert.Ignore(RowsRead.NotCounted);
        await FillAsync(tables);
        var free = await tables.AddAsync(-1, Some.LongAgo.AddDays(20), Other);
        await CloseAsync(tables);
        var first = await ReadAsync(tables, async () => Assert.That(await SweepAsync(tables), Is.EqualTo(new[] { free }), "those behind the held ones go out in the same sweep"));
        await RowsRead.AnalyzeAsync(tables);

        var nothing = await ReadAsync(tables, async () => Assert.That(await SweepAsync(tables), Is.Empty));
        var others = await tables.AddAsync(-2, connection: Other);
        var one = await ReadAsync(tables, async () => Assert.That(await SweepAsync(tables), Is.EqualTo(new[] { others })));
        await tables.MoveTimeAsync(TimeSpan.FromHours(1));
        var probe = await ReadAsync(tables, async () => Assert.That(await SweepAsync(tables), Has.Length.EqualTo(1)));
        await tables.Pauses.ChangeAsync(Main, (_, _) => null, default);
        var after = await ReadAsync(tables, async () =>
        {
            foreach (var _ in Enumerable.Range(0, 3))
                Assert.That(await SweepAsync(tables), Has.Length.EqualTo(4));
        });
        TestContext.Out.WriteLine($"{first} to move all out of the way; then {nothing} for nothing due, {one} for one of another connection, {probe} for a probe, {after} for three pages after the pause.");
        Assert.Multiple(() =>
        {
            Assert.That(first, Is.LessThan(12L * Rows));
            Assert.That(new[] { nothing, one, probe, after / 3 }, Is.All.LessThan(Handful));
        });
    }

    private static async Task FillAsync(Tables tables)
    {
        await tables.AddAsync(1);
        const string Copied = "StoreKey, RuleKey, ConnectionKey, TriggerName, Origin, State, OccurredAt, CreatedAt, ChangedAt, FirstDueAt, Attempts, Retries";
        for (var rows = 1; rows < Rows; rows *= 2)
        {
            await tables.Database.WriteAsync<int?>(
                _ => $"INSERT INTO CustomerRadar_Invitation (Subject, DueAt, {Copied}) SELECT CONCAT(Subject, '+', @rows), DueAt + @rows, {Copied} FROM CustomerRadar_Invitation WHERE Id <= @left",
                new { rows = (long)rows, left = (long)(Rows - rows) },
                600,
                default);
        }

        await RowsRead.AnalyzeAsync(tables);
    }

    private static async Task CloseAsync(Tables tables)
    {
        var until = await tables.NowAsync() + TimeSpan.FromMinutes(59);
        await tables.Pauses.ChangeAsync(Main, (_, _) => new Pause { Scope = Main, Cause = PauseCause.LogIn, ClosedUntil = until, Reason = "Refused." }, default);
    }

    private static async Task<InvitationId[]> SweepAsync(Tables tables) =>
        [.. (await tables.Outbox.LeaseDueAsync(4, TimeSpan.Zero, Some.LeaseLength, "node", default)).Select(leased => leased.Lease.Invitation)];

    private static async Task<long> ReadAsync(Tables tables, Func<Task> work)
    {
        var before = await RowsRead.CountAsync(tables);
        await work();
        return await RowsRead.CountAsync(tables) - before;
    }
}
