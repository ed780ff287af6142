using System.Data.Common;

namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure;

/// <summary>Opens connections with the store's own connection string and driver, so that both share one pool.</summary>
internal sealed class StoreDataSource(DbProviderFactory driver, string connectionString) : DbDataSource
{
    public override string ConnectionString => connectionString;

    protected override DbConnection CreateDbConnection()
    {
        var connection = driver.CreateConnection() ?? throw new InvalidOperationException($"{driver.GetType().Name} makes no connections.");
        connection.ConnectionString = connectionString;
        return connection;
    }
}
