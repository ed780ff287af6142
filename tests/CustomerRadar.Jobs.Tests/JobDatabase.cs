using CustomerRadar.Testing;

namespace CustomerRadar.Jobs.Tests;

/// <summary>Somewhere to keep jobs for one fixture; each node of each test gets a schema of its own unless it names one.</summary>
internal sealed class JobDatabase : IAsyncDisposable
{
    private readonly JobStorageKind _storage;
    private readonly ITestDatabase? _database;

    private JobDatabase(JobStorageKind storage, ITestDatabase? database)
    {
        _storage = storage;
        _database = database;
    }

    public static async Task<JobDatabase> CreateAsync(JobStorageKind storage) => new(storage, storage switch
    {
        JobStorageKind.PostgreSql => await PostgresDatabase.CreateAsync(),
        JobStorageKind.SqlServer => await SqlServerDatabase.CreateAsync(),
        _ => null,
    });

    /// <summary>Points a node at this database, in a schema that no other node has.</summary>
    public void Use(JobsOptions options) => Use(options, $"jobs_{Guid.NewGuid():N}");

    public void Use(JobsOptions options, string schema)
    {
        options.Storage = _storage;
        options.ConnectionString = _database?.ConnectionString;
        options.SchemaName = schema;
    }

    public ValueTask DisposeAsync() => _database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
