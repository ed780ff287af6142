using System.Data.Common;
using CustomerRadar.Testing.Internal;
using Microsoft.Data.SqlClient;
using NUnit.Framework;

namespace CustomerRadar.Testing;

/// <summary>A database of its own on the SQL Server that <see cref="Variable"/> names.</summary>
public sealed class SqlServerDatabase : ITestDatabase
{
    /// <summary>Names the environment variable with the server's connection string; its user may create databases.</summary>
    public const string Variable = "CUSTOMERRADAR_TEST_SQLSERVER";

    private readonly string _serverConnectionString;
    private readonly string _name;

    private SqlServerDatabase(string serverConnectionString, string name)
    {
        _serverConnectionString = serverConnectionString;
        _name = name;
        ConnectionString = new SqlConnectionStringBuilder(serverConnectionString) { InitialCatalog = name }.ConnectionString;
        DataSource = SqlClientFactory.Instance.CreateDataSource(ConnectionString);
    }

    /// <summary>Whether a server is named.</summary>
    public static bool IsNamed => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Variable));

    /// <inheritdoc/>
    public DbDataSource DataSource { get; }

    /// <inheritdoc/>
    public string ConnectionString { get; }

    /// <summary>Creates the database. Without a server the test is skipped, wherever it runs: none can be provided.</summary>
    public static async Task<SqlServerDatabase> CreateAsync(CancellationToken cancellationToken = default)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } server)
        {
            var message = $"No SQL Server: set {Variable} to a connection string whose user may create databases, and the same suite runs on it. "
                + "Until then its statements are parsed, not run.";
            Assert.Ignore(message);
            throw new InvalidOperationException(message);
        }

        var name = TestServer.NewDatabaseName();
        await ExecuteAsync(server, $"CREATE DATABASE [{name}]", cancellationToken);
        return new SqlServerDatabase(server, name);
    }

    /// <summary>Ends what is still connected and drops the database.</summary>
    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await ExecuteAsync(
            _serverConnectionString,
            $"IF DB_ID(N'{_name}') IS NOT NULL BEGIN ALTER DATABASE [{_name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{_name}] END",
            CancellationToken.None);
    }

    private static async Task ExecuteAsync(string server, string statement, CancellationToken cancellationToken)
    {
        var builder = new SqlConnectionStringBuilder(server) { Pooling = false };
        await using var connection = new SqlConnection(builder.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
