using System.Data.Common;
using CustomerRadar.Testing.Internal;
using Npgsql;

namespace CustomerRadar.Testing;

/// <summary>A database of its own on the PostgreSQL server that <see cref="Variable"/> names.</summary>
public sealed class PostgresDatabase : ITestDatabase
{
    /// <summary>Names the environment variable with the server's connection string; its user may create databases.</summary>
    public const string Variable = "CUSTOMERRADAR_TEST_POSTGRES";

    private readonly string _serverConnectionString;
    private readonly string _name;
    private readonly NpgsqlDataSource _dataSource;

    private PostgresDatabase(string serverConnectionString, string name)
    {
        _serverConnectionString = serverConnectionString;
        _name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(serverConnectionString) { Database = name }.ConnectionString;
        _dataSource = NpgsqlDataSource.Create(ConnectionString);
    }

    /// <inheritdoc/>
    public DbDataSource DataSource => _dataSource;

    /// <inheritdoc/>
    public string ConnectionString { get; }

    /// <summary>Creates the database. Without a server the test is skipped, or fails where nothing may be skipped.</summary>
    public static async Task<PostgresDatabase> CreateAsync(CancellationToken cancellationToken = default)
    {
        var server = TestServer.ConnectionString("PostgreSQL", Variable);
        var name = TestServer.NewDatabaseName();
        // template0: nobody can be connected to it, so creating several at once cannot fail.
        await ExecuteAsync(server, $"CREATE DATABASE \"{name}\" TEMPLATE template0", cancellationToken);
        return new PostgresDatabase(server, name);
    }

    /// <summary>Ends what is still connected and drops the database.</summary>
    public async ValueTask DisposeAsync()
    {
        await _dataSource.DisposeAsync();
        await ExecuteAsync(_serverConnectionString, $"DROP DATABASE IF EXISTS \"{_name}\" WITH (FORCE)", CancellationToken.None);
    }

    private static async Task ExecuteAsync(string server, string statement, CancellationToken cancellationToken)
    {
        var builder = new NpgsqlConnectionStringBuilder(server) { Pooling = false };
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
