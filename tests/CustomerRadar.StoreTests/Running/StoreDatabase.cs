using Npgsql;

namespace CustomerRadar.StoreTests.Running;

/// <summary>The store's database, for what cannot be done in a browser: to be in the plugin's way, and to see which node sends. PostgreSQL only.</summary>
public sealed class StoreDatabase : IAsyncDisposable
{
    /// <summary>Holds the connection string of an account that owns the plugin's tables.</summary>
    public const string Variable = "NOPCOMMERCE_DB";

    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(
        Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"{Variable} is not set."));

    /// <summary>Locks all tables of the plugin, so that nobody else can even read them, until what is returned is disposed of.</summary>
    public async Task<IAsyncDisposable> LockAsync()
    {
        var tables = await TablesAsync();
        var connection = await _database.OpenConnectionAsync();
        await using var begin = new NpgsqlCommand($"BEGIN; LOCK TABLE {string.Join(", ", tables.Select(Quoted))} IN ACCESS EXCLUSIVE MODE", connection);
        await begin.ExecuteNonQueryAsync();
        return new Lock(connection);
    }

    /// <summary>Takes a table away by renaming it, until what is returned is disposed of.</summary>
    public async Task<IAsyncDisposable> HideAsync(string table)
    {
        var hidden = table + "_hidden";
        await RenameAsync(table, hidden);
        return new Hidden(() => RenameAsync(hidden, table));
    }

    /// <summary>Which nodes wait for an answer now: a name for each invitation whose request has started.</summary>
    public Task<IReadOnlyList<string>> SendersAsync() => ReadAsync(
        """
        SELECT (SELECT h.bywhom FROM customerradar_history h WHERE h.invitationid = i.id AND h.tostate = 'Sending' ORDER BY h.id DESC LIMIT 1)
        FROM customerradar_invitation i WHERE i.state = 'Sending' AND i.requeststartedat IS NOT NULL
        """);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task RenameAsync(string from, string to)
    {
        await using var rename = _database.CreateCommand($"ALTER TABLE {Quoted(from)} RENAME TO {Quoted(to)}");
        await rename.ExecuteNonQueryAsync();
    }

    private async Task<IReadOnlyList<string>> TablesAsync()
    {
        var names = await ReadAsync("SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'customerradar\\_%' ORDER BY table_name");
        return names.Count > 0 ? names : throw new InvalidOperationException($"{Variable} names a database without tables of the plugin.");
    }

    private async Task<IReadOnlyList<string>> ReadAsync(string query)
    {
        await using var read = _database.CreateCommand(query);
        await using var reader = await read.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
            texts.Add(reader.GetString(0));
        return texts;
    }

    private static string Quoted(string name) => $"\"{name}\"";

    private sealed class Lock(NpgsqlConnection connection) : IAsyncDisposable
    {
        // Back to the pool, which resets it: the transaction ends and the lock with it.
        public async ValueTask DisposeAsync()
        {
            await using var end = new NpgsqlCommand("ROLLBACK", connection);
            await end.ExecuteNonQueryAsync();
            await connection.DisposeAsync();
        }
    }

    private sealed class Hidden(Func<Task> show) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await show();
    }
}
