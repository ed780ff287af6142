using CustomerRadar.Core;
using Microsoft.Data.SqlClient;
using MySqlConnector;
using Npgsql;

namespace Nop.Plugin.Misc.CustomerRadar.Places;

/// <summary>The database's server and name, out of a connection string: no user name and no password.</summary>
/// <param name="Server">As every machine may call it: a server on this machine goes by the machine's name.</param>
/// <param name="Database">The name.</param>
public sealed record DatabasePlace(string Server, string Database)
{
    private const int SqlServerPort = 1433;
    private const int MySqlPort = 3306;
    private const int PostgreSqlPort = 5432;

    /// <summary>Reads the drivers' own words for both, whichever of their synonyms is used.</summary>
    /// <param name="database">The store's.</param>
    /// <param name="machine">The name of this machine.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public static DatabasePlace Of(HostDatabase database, string machine)
    {
        switch (database.Product)
        {
            case DatabaseProduct.SqlServer:
                var sql = new SqlConnectionStringBuilder(database.ConnectionString);
                return new DatabasePlace(ServerName.OfSqlServer(sql.DataSource, SqlServerPort, machine), sql.InitialCatalog);
            case DatabaseProduct.MySql:
                var mySql = new MySqlConnectionStringBuilder(database.ConnectionString);
                return new DatabasePlace(ServerName.Of(mySql.Server, (int)mySql.Port, MySqlPort, machine), mySql.Database);
            case DatabaseProduct.PostgreSql:
                var postgres = new NpgsqlConnectionStringBuilder(database.ConnectionString);
                // Without a database it is the one that is named like the user.
                return new DatabasePlace(ServerName.Of(postgres.Host, postgres.Port, PostgreSqlPort, machine), postgres.Database ?? postgres.Username ?? "");
            default:
                throw new NotSupportedException($"{database.Product} is not a database of a store.");
        }
    }
}
