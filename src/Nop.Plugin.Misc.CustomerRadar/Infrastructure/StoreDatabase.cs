using System.Data.Common;
using CustomerRadar.Core;
using Microsoft.Data.SqlClient;
using MySqlConnector;
using Nop.Data;
using Nop.Data.Configuration;
using Npgsql;

namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure;

/// <summary>The store's database, as the libraries want it.</summary>
internal static class StoreDatabase
{
    /// <summary>Reads the store's own settings; null while the store itself is not installed.</summary>
    public static HostDatabase? Find() => DataSettingsManager.IsDatabaseInstalled() ? From(DataSettingsManager.LoadSettings()) : null;

    /// <summary>The database that a store's settings name.</summary>
    /// <exception cref="NotSupportedException">The store uses a database that the plugin does not know.</exception>
    public static HostDatabase From(DataConfig settings)
    {
        var (product, driver) = settings.DataProvider switch
        {
            DataProviderType.SqlServer => (DatabaseProduct.SqlServer, (DbProviderFactory)SqlClientFactory.Instance),
            DataProviderType.MySql => (DatabaseProduct.MySql, MySqlConnectorFactory.Instance),
            DataProviderType.PostgreSQL => (DatabaseProduct.PostgreSql, NpgsqlFactory.Instance),
            var other => throw new NotSupportedException($"The store's database ({other}) is not one of SQL Server, MySQL and PostgreSQL."),
        };
        return new HostDatabase(product, new StoreDataSource(driver, settings.ConnectionString), settings.ConnectionString);
    }
}
