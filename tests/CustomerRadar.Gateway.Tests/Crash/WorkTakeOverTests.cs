using CustomerRadar.Gateway.Tests.Processes;
using CustomerRadar.Jobs;
using CustomerRadar.Sandbox;
using CustomerRadar.Testing;
using Hangfire;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.States;

namespace CustomerRadar.Gateway.Tests.Crash;

/// <summary>A gateway killed in the midst of periodic work: another takes that over when the lease of the killed one has ended, and not before.</summary>
public sealed class WorkTakeOverTests
{
    private const string Work = "backfill";
    private const string Schema = "customerradar_jobs";
    private const string Queue = "customer-radar";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    [Test]
    public async Task HolderKilled_AnotherGatewayTakesTheWorkOver_WhenTheLeaseHasEnded()
    {
        using var end = new CancellationTokenSource(Patience);
        await using var database = await PostgresDatabase.CreateAsync(end.Token);
        await using var sandbox = await SandboxApp.StartAsync(new SandboxOptions(), end.Token);
        var gateways = new Gateways(database.ConnectionString, sandbox.Address);
        await using var first = await gateways.StartAsync(null, end.Token);
        while (await FindAsync<string>(database, $"SELECT to_regclass('{Schema}.job')::text", end.Token) is null)
            await Task.Delay(Pause, end.Token);
        var jobs = OpenJobs(database);

        // The work reads this table first, so it waits as long as the test wants.
        await using var connection = await database.DataSource.OpenConnectionAsync(end.Token);
        await using var transaction = await connection.BeginTransactionAsync(end.Token);
        await ExecuteAsync(connection.CreateCommand(), "LOCK TABLE CustomerRadar_Backfill IN ACCESS EXCLUSIVE MODE", end.Token);
        Run(jobs);
        while (await FindAsync<long>(database, "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", end.Token) == 0)
            await Task.Delay(Pause, end.Token);
        var killed = await HolderAsync(database, end.Token);
        Assert.That(killed, Is.Not.Null, "at work, it holds the lease");

        await using var second = await gateways.StartAsync(null, end.Token);
        await first.KillAsync();
        await EndedAsync(jobs, Run(jobs), end.Token);
        Assert.That(await HolderAsync(database, end.Token), Is.EqualTo(killed), "another run does nothing while nobody knows that the holder is gone");

        // What is left of the two minutes, without the wait.
        await ExecuteAsync(database.DataSource.CreateCommand(), $"UPDATE CustomerRadar_Lease SET Until = 0 WHERE Name = 'work/{Work}'", end.Token);
        var taking = Run(jobs);
        while (!HasEnded(jobs, taking) && await HolderAsync(database, end.Token) == killed)
            await Task.Delay(Pause, end.Token);
        Assert.That(await HolderAsync(database, end.Token), Is.Not.Null.And.Not.EqualTo(killed), "the other one is at the work");

        await transaction.RollbackAsync(end.Token);
        await EndedAsync(jobs, taking, end.Token);
        Assert.That(await HolderAsync(database, end.Token), Is.Null, "done, and the lease given back");
    }

    private static PostgreSqlStorage OpenJobs(PostgresDatabase database)
    {
        var options = new PostgreSqlStorageOptions { SchemaName = Schema, PrepareSchemaIfNecessary = false };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(database.ConnectionString, options), options);
    }

    private static string Run(JobStorage jobs) => new BackgroundJobClient(jobs).Create(
        Job.FromExpression<PeriodicJob>(periodic => periodic.RunAsync(Work, CancellationToken.None), Queue), new EnqueuedState(Queue));

    private static async Task EndedAsync(JobStorage jobs, string job, CancellationToken cancellationToken)
    {
        while (!HasEnded(jobs, job))
            await Task.Delay(Pause, cancellationToken);
    }

    private static bool HasEnded(JobStorage jobs, string job)
    {
        using var connection = jobs.GetConnection();
        return connection.GetStateData(job)?.Name == SucceededState.StateName;
    }

    private static Task<string?> HolderAsync(PostgresDatabase database, CancellationToken cancellationToken) =>
        FindAsync<string>(database, $"SELECT Holder FROM CustomerRadar_Lease WHERE Name = 'work/{Work}'", cancellationToken);

    private static async Task<T?> FindAsync<T>(PostgresDatabase database, string query, CancellationToken cancellationToken)
    {
        await using var command = database.DataSource.CreateCommand(query);
        return await command.ExecuteScalarAsync(cancellationToken) is T found ? found : default;
    }

    private static async Task ExecuteAsync(System.Data.Common.DbCommand command, string statement, CancellationToken cancellationToken)
    {
        await using (command)
        {
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
