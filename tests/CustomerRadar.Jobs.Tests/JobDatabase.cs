using CustomerRadar.Testing;
using Microsoft.Data.SqlClient;

namespace CustomerRadar.Jobs.Tests;

/// <summary>Somewhere to keep jobs for one fixture; each node of each test gets a schema of its own unless it names one.</summary>
internal sealed class JobDatabase : IAsyncDisposable
{
    /// <summary>Names the environment variable with the connection string of a SQL Server database that may be written to.</summary>
    public const string SqlServerVariable = "CUSTOMERRADAR_TEST_SQLSERVER";

    private readonly JobStorageKind _storage;
    private readonly PostgresDatabase? _postgres;
    private readonly string? _connectionString;

    private JobDatabase(JobStorageKind storage, PostgresDatabase? postgres, string? connectionString)
    {
        _storage = storage;
        _postgres = postgres;
        _connectionString = connectionString;
    }

    public static async Task<JobDatabase> CreateAsync(JobStorageKind storage)
    {
        if (storage == JobStorageKind.PostgreSql)
        {
            var postgres = await PostgresDatabase.CreateAsync();
            return new JobDatabase(storage, postgres, postgres.ConnectionString);
        }

        if (storage == JobStorageKind.InMemory)
            return new JobDatabase(storage, null, null);

        var sqlServer = Environment.GetEnvironmentVariable(SqlServerVariable);
        if (string.IsNullOrWhiteSpace(sqlServer))
            Assert.Ignore($"No SQL Server: set {SqlServerVariable} to the connection string of a database for tests.");
        return new JobDatabase(storage, null, new SqlConnectionStringBuilder(sqlServer).ConnectionString);
    }

    /// <summary>Points a node at this database, in a schema that no other node has.</summary>
    public void Use(JobsOptions options) => Use(options, $"jobs_{Guid.NewGuid():N}");

    public void Use(JobsOptions options, string schema)
    {
        options.Storage = _storage;
        options.ConnectionString = _connectionString;
        options.SchemaName = schema;
    }

    public ValueTask DisposeAsync() => _postgres?.DisposeAsync() ?? ValueTask.CompletedTask;
}
