using System.Data.Common;
using Hangfire.SqlServer;
using Npgsql;

namespace CustomerRadar.Jobs.Internal;

/// <summary>Chooses the storage that the options ask for. No I/O.</summary>
internal static class JobStores
{
    public static IJobStore Create(JobsOptions options) => options.Storage switch
    {
        JobStorageKind.PostgreSql => new PostgreSqlJobStore(
            new JobConnections(options.CreateConnection ?? (() => new NpgsqlConnection(options.ConnectionString))),
            options.SchemaName ?? "customerradar_jobs",
            options.PollInterval),
        JobStorageKind.SqlServer => new SqlServerJobStore(
            new JobConnections(options.CreateConnection ?? (() => SqlServerConnection(options.ConnectionString))),
            options.SchemaName ?? "CustomerRadarJobs"),
        _ => new InMemoryJobStore(),
    };

    private static DbConnection SqlServerConnection(string? connectionString)
    {
        // Hangfire finds the host's SqlClient by name: this assembly needs none of its own.
        var connection = new SqlServerStorageOptions().SqlClientFactory?.CreateConnection()
            ?? throw new InvalidOperationException("Microsoft.Data.SqlClient is not there; jobs on SqlServer need it, or CreateConnection.");
        connection.ConnectionString = connectionString;
        return connection;
    }
}
