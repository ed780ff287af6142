using System.Data.Common;
using CustomerRadar.Testing.Internal;
using MySqlConnector;

namespace CustomerRadar.Testing;

/// <summary>A database of its own on the MySQL or MariaDB server that <see cref="Variable"/> names.</summary>
public sealed class MySqlDatabase : ITestDatabase
{
    /// <summary>Names the environment variable with the server's connection string; its user may create databases.</summary>
    public const string Variable = "CUSTOMERRADAR_TEST_MYSQL";

    private readonly string _serverConnectionString;
    private readonly string _name;
    private readonly MySqlDataSource _dataSource;

    private MySqlDatabase(string serverConnectionString, string name)
    {
        _serverConnectionString = serverConnectionString;
        _name = name;
        ConnectionString = new MySqlConnectionStringBuilder(serverConnectionString) { Database = name }.ConnectionString;
        _dataSource = new MySqlDataSource(ConnectionString);
    }

    /// <inheritdoc/>
    public DbDataSource DataSource => _dataSource;

    /// <inheritdoc/>
    public string ConnectionString { get; }

    /// <summary>Creates the database. Without a server the test is skipped, or fails where nothing may be skipped.</summary>
    public static async Task<MySqlDatabase> CreateAsync(CancellationToken cancellationToken = default)
    {
        var server = TestServer.ConnectionString("MySQL or MariaDB", Variable);
        var name = TestServer.NewDatabaseName();
        await ExecuteAsync(server, $"CREATE DATABASE `{name}` CHARACTER SET utf8mb4", cancellationToken);
        return new MySqlDatabase(server, name);
    }

    /// <summary>Closes this process's connections and drops the database.</summary>
    public async ValueTask DisposeAsync()
    {
        await _dataSource.DisposeAsync();
        await ExecuteAsync(_serverConnectionString, $"DROP DATABASE IF EXISTS `{_name}`", CancellationToken.None);
    }

    private static async Task ExecuteAsync(string server, string statement, CancellationToken cancellationToken)
    {
        var builder = new MySqlConnectionStringBuilder(server) { Pooling = false, Database = "" };
        await using var connection = new MySqlConnection(builder.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
