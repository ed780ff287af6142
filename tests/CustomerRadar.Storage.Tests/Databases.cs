using CustomerRadar.Core;
using CustomerRadar.Storage.Internal;
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

/// <summary>The storage on a database whose clock the test moves.</summary>
internal sealed class Tables : IAsyncDisposable
{
    private readonly ITestDatabase _database;

    private Tables(ITestDatabase database, Dialect dialect)
    {
        _database = database;
        Database = new Database(database.DataSource, dialect);
        Schema = new Schema(Database);
        Outbox = new Outbox(Database, new LeaseEnd(Database), new Cancellation(Database));
        Queries = new InvitationQueries(Database);
    }

    public Database Database { get; }

    public Schema Schema { get; }

    public Outbox Outbox { get; }

    public InvitationQueries Queries { get; }

    public static async Task<Tables> CreateAsync(IProduct product, bool withSchema = true)
    {
        var database = await product.CreateAsync();
        var real = Dialect.Of(product.Product).Now;
        var now = $"({real} + (SELECT Millis FROM TestClock))";
        Dialect dialect = product.Product == DatabaseProduct.PostgreSql ? new PostgreSqlDialect { Now = now } : new SqliteDialect { Now = now };
        var tables = new Tables(database, dialect);
        if (product.Product == DatabaseProduct.Sqlite)
            await tables.Database.QueryAsync<string>("PRAGMA journal_mode = WAL", null, default);
        await tables.Database.ExecuteAsync("CREATE TABLE TestClock (Millis bigint NOT NULL)", null, default);
        await tables.Database.ExecuteAsync("INSERT INTO TestClock (Millis) VALUES (0)", null, default);
        if (withSchema)
            await tables.Schema.EnsureAsync(default);
        return tables;
    }

    public Task MoveTimeAsync(TimeSpan by) =>
        Database.ExecuteAsync("UPDATE TestClock SET Millis = Millis + @by", new { by = (long)by.TotalMilliseconds }, default);

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
