using System.Data.Common;
using CustomerRadar.Core;

namespace CustomerRadar.Storage.Internal;

/// <summary>What differs between the databases; everything else is one text for all. Instants are milliseconds since 1970 (docs/decisions/0005).</summary>
internal abstract class Dialect
{
    /// <summary>The database's clock, as an expression. Tests replace it to move time.</summary>
    public string Now { get; init; } = "";

    /// <summary>Type of a numbering primary key.</summary>
    public abstract string Identity { get; }

    /// <summary>Type of a text that compares by bytes, so that case counts.</summary>
    public abstract string Text(int length);

    /// <summary>Type of a long text.</summary>
    public abstract string LongText { get; }

    /// <summary>What a SELECT ends with that takes rows for itself and passes over those that others have.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>What a SELECT ends with that waits for its rows.</summary>
    public abstract string Locked { get; }

    /// <summary>A condition that a column is one of a list; the drivers differ in how a list is passed.</summary>
    public abstract string OneOf(string column, string list);

    /// <summary>True where only one connection can write at a time, and waiting ones are served in no order: then this process queues its writes itself.</summary>
    public virtual bool HasOneWriter => false;

    /// <summary>Keeps other nodes out of the schema until the transaction ends.</summary>
    public abstract Task LockSchemaAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken);

    /// <summary>The dialect of a product.</summary>
    /// <exception cref="NotSupportedException">This version does not have it.</exception>
    public static Dialect Of(DatabaseProduct product) => product switch
    {
        DatabaseProduct.Sqlite => new SqliteDialect(),
        DatabaseProduct.PostgreSql => new PostgreSqlDialect(),
        _ => throw new NotSupportedException($"The outbox on {product} is not in this version; it has SQLite and PostgreSQL."),
    };
}
