using System.Data.Common;
using CustomerRadar.Core;
using CustomerRadar.Storage.Internal;
using CustomerRadar.Storage.Tests.Statements;
using CustomerRadar.Testing;

namespace CustomerRadar.Storage.Tests;

/// <summary>A database product that the contract is run on.</summary>
public interface IProduct
{
    DatabaseProduct Product { get; }

    Task<ITestDatabase> CreateAsync();
}

public sealed class Sqlite : IProduct
{
    public DatabaseProduct Product => DatabaseProduct.Sqlite;

    public Task<ITestDatabase> CreateAsync() => Task.FromResult<ITestDatabase>(new SqliteDatabase());
}

public sealed class PostgreSql : IProduct
{
    public DatabaseProduct Product => DatabaseProduct.PostgreSql;

    public async Task<ITestDatabase> CreateAsync() => await PostgresDatabase.CreateAsync();
}

public sealed class MySql : IProduct
{
    public DatabaseProduct Product => DatabaseProduct.MySql;

    public async Task<ITestDatabase> CreateAsync() => await MySqlDatabase.CreateAsync();
}

public sealed class SqlServer : IProduct
{
    public DatabaseProduct Product => DatabaseProduct.SqlServer;

    public async Task<ITestDatabase> CreateAsync() => await SqlServerDatabase.CreateAsync();
}

/// <summary>The storage on a database whose clock the test moves.</summary>
internal sealed class Tables : IAsyncDisposable
{
    private readonly ITestDatabase _database;

    private Tables(ITestDatabase database, DatabaseProduct product, Dialect dialect)
    {
        _database = database;
        Product = product;
        Database = new Database(database.DataSource, dialect) { Issuing = StatementCheck.Look };
        Schema = new Schema(Database);
        Outbox = new Outbox(Database, new Leasing(Database), new LeaseEnd(Database), new Cancellation(Database));
        Queries = new InvitationQueries(Database);
        Outcomes = new Outcomes(Database);
        Pauses = new Pauses(Database);
        Values = new KeptValues(Database);
        Reservations = new Reservations(Database);
        Commands = new InvitationCommands(Database, new Cancellation(Database));
        Subjects = new Subjects(Database);
        Suppressions = new Suppressions(Database, new ErasedPerson(Database, new Cancellation(Database)));
        Alerts = new Alerts(Database);
        Backfills = new Backfills(Database);
        Records = new InvitationRecords(Database, new Retention(Database));
    }

    public DatabaseProduct Product { get; }

    public Database Database { get; }

    /// <summary>For what is asked of the server itself.</summary>
    public DbDataSource Source => _database.DataSource;

    public Schema Schema { get; }

    public Outbox Outbox { get; }

    public InvitationQueries Queries { get; }

    public Outcomes Outcomes { get; }

    public Pauses Pauses { get; }

    public KeptValues Values { get; }

    public Reservations Reservations { get; }

    public InvitationCommands Commands { get; }

    public Subjects Subjects { get; }

    public Suppressions Suppressions { get; }

    public Alerts Alerts { get; }

    public Backfills Backfills { get; }

    public InvitationRecords Records { get; }

    public static async Task<Tables> CreateAsync(IProduct product, bool withSchema = true)
    {
        var database = await product.CreateAsync();
        var real = Dialect.Of(product.Product).Now;
        var now = $"({real} + (SELECT Millis FROM TestClock))";
        Dialect dialect = product.Product switch
        {
            DatabaseProduct.Sqlite => new SqliteDialect { Now = now },
            DatabaseProduct.PostgreSql => new PostgreSqlDialect { Now = now },
            DatabaseProduct.MySql => new MySqlDialect { Now = now },
            _ => new SqlServerDialect { Now = now },
        };
        var tables = new Tables(database, product.Product, dialect);
        if (product.Product == DatabaseProduct.Sqlite)
        {
            await using var connection = await database.DataSource.OpenConnectionAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL";
            await command.ExecuteScalarAsync();
        }

        await tables.Database.ExecuteAsync(_ => "CREATE TABLE TestClock (Millis bigint NOT NULL)", null, default);
        await tables.Database.ExecuteAsync(_ => "INSERT INTO TestClock (Millis) VALUES (0)", null, default);
        if (withSchema)
            await tables.Schema.EnsureAsync(default);
        return tables;
    }

    /// <summary>The same database for a node that ends before its statement of that number.</summary>
    public Schema SchemaOfANodeThatEndsBefore(int statement)
    {
        var issued = 0;
        return new Schema(new Database(_database.DataSource, Database.Dialect)
        {
            Issuing = _ =>
            {
                if (++issued == statement)
                    throw new OperationCanceledException("The node ended.");
            },
        });
    }

    public Task MoveTimeAsync(TimeSpan by) =>
        Database.ExecuteAsync(_ => "UPDATE TestClock SET Millis = Millis + @by", new { by = (long)by.TotalMilliseconds }, default);

    /// <summary>The database's clock.</summary>
    public async Task<DateTimeOffset> NowAsync() => Instants.At(await Database.FindAsync<long>(d => $"SELECT {d.Now}", null, default));

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
