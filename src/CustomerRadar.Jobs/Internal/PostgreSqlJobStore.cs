using Hangfire;
using Hangfire.PostgreSql;
using Npgsql;

namespace CustomerRadar.Jobs.Internal;

internal sealed class PostgreSqlJobStore(JobConnections connections, string schema, TimeSpan pollInterval) : IJobStore
{
    /// <summary>Ours among the advisory locks of the database.</summary>
    private const long InstallLock = 0x4352_4A4F_4253;

    public JobStorage Open()
    {
        // Nodes that start together would run into each other's CREATE SCHEMA.
        using var connection = connections.GetOrCreateConnection();
        connection.Open();
        Execute(connection, $"select pg_advisory_lock({InstallLock})");
        try
        {
            return new PostgreSqlStorage(connections, Options());
        }
        finally
        {
            Execute(connection, $"select pg_advisory_unlock({InstallLock})");
        }
    }

    public void Close() => connections.Close();

    public async Task DropAsync(CancellationToken cancellationToken)
    {
        await using var connection = connections.ForDropping();
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"drop schema if exists \"{schema}\" cascade";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private PostgreSqlStorageOptions Options() => new()
    {
        SchemaName = schema,
        PrepareSchemaIfNecessary = true,
        // Trying again is the job server's: here it would hold a thread, and end in a storage that is not there.
        StartupConnectionMaxRetries = 0,
        AllowDegradedModeWithoutStorage = false,
        // A new job wakes a worker by NOTIFY; polling is for jobs whose worker was killed, and for a lost notification.
        EnableLongPolling = true,
        QueuePollInterval = pollInterval,
        // A job whose process was killed comes back after this; while it runs, a heartbeat keeps it.
        UseSlidingInvisibilityTimeout = true,
        InvisibilityTimeout = TimeSpan.FromMinutes(2),
        // Locks are rows: those of a killed process would hold up schedule and sweep for the ten minutes of the default. All that they
        // guard is harmless when done twice.
        DistributedLockTimeout = TimeSpan.FromSeconds(10),
        JobExpirationCheckInterval = TimeSpan.FromMinutes(15),
    };

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
