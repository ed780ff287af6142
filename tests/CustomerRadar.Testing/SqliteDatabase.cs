using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CustomerRadar.Testing;

/// <summary>A SQLite file in a temporary folder of its own.</summary>
public sealed class SqliteDatabase : ITestDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("customerradar-sqlite-");

    /// <summary>Names the file; SQLite creates it when the first connection opens.</summary>
    public SqliteDatabase()
    {
        File = Path.Combine(_folder.FullName, "test.db");
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = File }.ConnectionString;
        DataSource = SqliteFactory.Instance.CreateDataSource(ConnectionString);
    }

    /// <summary>The database's path.</summary>
    public string File { get; }

    /// <inheritdoc/>
    public DbDataSource DataSource { get; }

    /// <inheritdoc/>
    public string ConnectionString { get; }

    /// <summary>Closes this process's connections and deletes the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await using (var connection = new SqliteConnection(ConnectionString))
        {
            // Pooled connections keep the file open, and Windows deletes no open file.
            SqliteConnection.ClearPool(connection);
        }

        _folder.Delete(recursive: true);
    }
}
