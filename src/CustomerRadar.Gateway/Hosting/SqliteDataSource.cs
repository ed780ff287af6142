using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CustomerRadar.Gateway.Hosting;

/// <summary>Opens SQLite connections that can work side by side: write-ahead log, and five seconds of patience for another writer.</summary>
internal sealed class SqliteDataSource : DbDataSource
{
    private readonly string _connectionString;

    public SqliteDataSource(string connectionString)
    {
        // Deferred transactions of a pooled connection would fail where an immediate one waits.
        _connectionString = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 5 }.ToString();
        using var connection = OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        command.ExecuteNonQuery();
    }

    public override string ConnectionString => _connectionString;

    protected override DbConnection CreateDbConnection() => new SqliteConnection(_connectionString);
}
