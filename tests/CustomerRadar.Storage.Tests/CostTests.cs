using CustomerRadar.Core;
using CustomerRadar.Core.Invitations;
using Npgsql;

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

    private Tables _tables = null!;

    [OneTimeSetUp]
    public async Task FillAsync()
    {
        _tables = await Tables.CreateAsync(new TProduct());
        if (!await CountsReadsAsync())
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

        await AnalyzeAsync();
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

    private async Task ReadAsync(Func<Task> work)
    {
        if (!await CountsReadsAsync())
            Assert.Ignore("This server does not tell how many rows it read; PostgreSQL and MariaDB do.");
        var before = await RowsReadAsync();
        await work();
        Assert.That(await RowsReadAsync() - before, Is.LessThan(Handful), $"of {4 << Doublings} rows");
    }

    private async Task<bool> CountsReadsAsync()
    {
        if (_tables.Product == DatabaseProduct.PostgreSql)
            return true;
        if (await ScalarAsync("SELECT VERSION()") is not string version || !version.Contains("MariaDB", StringComparison.Ordinal))
            return false;
        await ScalarAsync("SET GLOBAL userstat = 1");
        return true;
    }

    private async Task<long> RowsReadAsync()
    {
        if (_tables.Product == DatabaseProduct.PostgreSql)
        {
            // A session tells what it read when it ends.
            ((NpgsqlDataSource)_tables.Source).Clear();
            while (Convert.ToInt64(await ScalarAsync("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'"), null) > 1)
                await Task.Yield();
            return Convert.ToInt64(await ScalarAsync("SELECT seq_tup_read + COALESCE(idx_tup_fetch, 0) FROM pg_stat_user_tables WHERE relname = 'customerradar_invitation'"), null);
        }

        return Convert.ToInt64(await ScalarAsync("SELECT COALESCE(SUM(ROWS_READ), 0) FROM information_schema.TABLE_STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'CustomerRadar_Invitation'"), null);
    }

    private async Task AnalyzeAsync() => await ScalarAsync(
        _tables.Product == DatabaseProduct.PostgreSql ? "ANALYZE CustomerRadar_Invitation" : "ANALYZE TABLE CustomerRadar_Invitation");

    private async Task<object?> ScalarAsync(string statement)
    {
        await using var connection = await _tables.Source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.CommandTimeout = 600;
        return await command.ExecuteScalarAsync();
    }
}
