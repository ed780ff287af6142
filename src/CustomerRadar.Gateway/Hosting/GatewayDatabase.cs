using System.Data.Common;
using CustomerRadar.Core;
using CustomerRadar.Gateway.Settings;
using CustomerRadar.Jobs;
using Microsoft.Data.SqlClient;
using MySqlConnector;
using Npgsql;

namespace CustomerRadar.Gateway.Hosting;

/// <summary>The database that the settings name, by its driver.</summary>
internal static class GatewayDatabase
{
    /// <summary>Its connections; only SQLite opens one at once.</summary>
    /// <exception cref="SettingsException">The connection string is none.</exception>
    public static DbDataSource Open(DatabaseProduct product, string connectionString)
    {
        try
        {
            return product switch
            {
                DatabaseProduct.Sqlite => new SqliteDataSource(connectionString),
                DatabaseProduct.PostgreSql => NpgsqlDataSource.Create(connectionString),
                DatabaseProduct.MySql => new MySqlDataSource(connectionString),
                DatabaseProduct.SqlServer => SqlClientFactory.Instance.CreateDataSource(new SqlConnectionStringBuilder(connectionString).ConnectionString),
                _ => throw new ArgumentOutOfRangeException(nameof(product), product, "No such database product."),
            };
        }
        catch (Exception problem) when (problem is FormatException or (ArgumentException and not ArgumentOutOfRangeException))
        {
            // Its message may repeat what was typed, the password included.
            throw new SettingsException([$"Storage:ConnectionString cannot be read by the driver of {product}. Its form is \"Name=value;Name=value\"."]);
        }
    }

    /// <summary>Where the jobs are kept: in the same database if Hangfire has a storage for it, else in memory.</summary>
    public static JobStorageKind JobStorage(DatabaseProduct product) => product switch
    {
        DatabaseProduct.PostgreSql => JobStorageKind.PostgreSql,
        DatabaseProduct.SqlServer => JobStorageKind.SqlServer,
        _ => JobStorageKind.InMemory,
    };
}
