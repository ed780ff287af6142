using System.Data.Common;
using CustomerRadar.Core;

namespace CustomerRadar.Storage.Internal;

/// <summary>
/// What differs between the databases; everything else is one text for all (docs/decisions/0012).
/// What that text keeps to: an assignment of an UPDATE reads no column that the same UPDATE changes further left (MySQL would see the new
/// value); a subquery of an UPDATE or DELETE does not read the same table; a change that is counted does change something.
/// Instants are milliseconds since 1970 (docs/decisions/0005).
/// </summary>
internal abstract class Dialect
{
    /// <summary>The database's clock when the statement began, as an expression that an index can be asked with. Tests replace it to move time.</summary>
    public string Now { get; init; } = "";

    /// <summary>Type of a numbering primary key.</summary>
    public abstract string Identity { get; }

    /// <summary>Type of a text of which two are equal only when every character is: case and accents count. Its order is the database's own.</summary>
    public abstract string Text(int length);

    /// <summary>Type of a long text.</summary>
    public abstract string LongText { get; }

    /// <summary>What a SELECT with ORDER BY ends with to give its first rows only.</summary>
    /// <param name="count">How many: a parameter such as <c>@atMost</c>.</param>
    public virtual string First(string count) => $"LIMIT {count}";

    /// <summary>What a SELECT with ORDER BY ends with to give one page.</summary>
    /// <param name="size">Rows of a page: a parameter.</param>
    /// <param name="before">Rows of the pages before: a parameter.</param>
    public virtual string Page(string size, string before) => $"LIMIT {size} OFFSET {before}";

    /// <summary>What rows whose column IS NULL are ordered by, so that an index over the column and that order answers without sorting.</summary>
    public virtual string OrderWithinNull(string column, string order) => order;

    /// <summary>A condition that a column is one of a list; the drivers differ in how a list is passed. An empty list is no row.</summary>
    public virtual string OneOf(string column, string list) => $"{column} IN {list}";

    /// <summary>A SELECT that waits for its rows and keeps others from changing them until the transaction ends.</summary>
    /// <param name="columns">What is read.</param>
    /// <param name="table">From one table.</param>
    /// <param name="rest">WHERE and, so that two of the kind never wait for each other, ORDER BY.</param>
    public abstract string Lock(string columns, string table, string rest);

    /// <summary>A SELECT that takes its first rows for this transaction and passes over those that others have.</summary>
    /// <param name="count">How many: a parameter.</param>
    /// <param name="columns">What is read.</param>
    /// <param name="table">From one table.</param>
    /// <param name="rest">WHERE and ORDER BY, both answered by one index, or more rows than asked for are locked.</param>
    public abstract string Take(string count, string columns, string table, string rest);

    /// <summary>
    /// Writes a row unless one with the same key is there; under a race one writer wins and the others wait for its end. Any other
    /// error is one. The answer is 1, or no row or NULL when it was there: ask with FindAsync&lt;int?&gt; or WriteAsync&lt;int?&gt;.
    /// </summary>
    /// <param name="table">The table; it has one unique key, which numbers nothing.</param>
    /// <param name="key">The columns of that key.</param>
    /// <param name="row">Each column with its value, an expression such as <c>@name</c>.</param>
    public abstract string InsertIfAbsent(string table, string[] key, params (string Column, string Value)[] row);

    /// <summary>As <see cref="InsertIfAbsent"/>, for a table that numbers its rows: the answer is the new row's Id, or no row or NULL.</summary>
    public abstract string InsertNumberedIfAbsent(string table, string[] key, params (string Column, string Value)[] row);

    /// <summary>Writes a row of a table that numbers its rows; the answer is its Id.</summary>
    public abstract string InsertNumbered(string table, params (string Column, string Value)[] row);

    /// <summary>Writes a row, or changes the one with the same key. The answer is 1 when it wrote, else no row or NULL.</summary>
    /// <param name="table">The table; it has one unique key, which numbers nothing.</param>
    /// <param name="key">The columns of that key.</param>
    /// <param name="row">Each column with its value for a new row.</param>
    /// <param name="changes">What changes in a row that is there; null: every column but the key. A stored value is read as <c>Table.Column</c>.</param>
    /// <param name="when">What must hold for the change: compares <c>Table.Column</c> with parameters; null: always.</param>
    public abstract string Upsert(
        string table, string[] key, (string Column, string Value)[] row, (string Column, string Value)[]? changes = null, string? when = null);

    /// <summary>Creates a table with its indexes unless it is there.</summary>
    public abstract string CreateTable(Table table);

    /// <summary>Adds a column that may be NULL or has a default. Run only when <see cref="HasColumn"/> says that it is missing.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">Name and type.</param>
    public virtual string AddColumn(string table, string column) => $"ALTER TABLE {table} ADD {column}";

    /// <summary>Adds an index. Run only when <see cref="HasIndex"/> says that it is missing.</summary>
    public virtual string AddIndex(string table, TableIndex index) => $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX {index.Name} ON {table} ({index.Columns})";

    /// <summary>Drops an index. Run only when <see cref="HasIndex"/> says that it is there.</summary>
    public virtual string DropIndex(string table, string name) => $"DROP INDEX {name} ON {table}";

    /// <summary>A query whose answer is how many columns @column the table @table has: 1 or 0.</summary>
    public abstract string HasColumn { get; }

    /// <summary>A query whose answer is 1 or more when the table @table has the index @index, else 0.</summary>
    public abstract string HasIndex { get; }

    /// <summary>Keeps other nodes out of the schema until the transaction ends, or until <see cref="UnlockSchema"/>. The answer is 1 when it did.</summary>
    public abstract string LockSchema { get; }

    /// <summary>Lets other nodes in, where the end of the transaction does not; else empty.</summary>
    public virtual string UnlockSchema => "";

    /// <summary>True where only one connection can write at a time, and waiting ones are served in no order: then this process queues its writes itself.</summary>
    public virtual bool HasOneWriter => false;

    /// <summary>Whether the database ended the transaction so that another could go on: the same work may be tried again.</summary>
    public virtual bool IsDeadlock(DbException problem) => false;

    /// <summary>The dialect of a product.</summary>
    public static Dialect Of(DatabaseProduct product) => product switch
    {
        DatabaseProduct.Sqlite => new SqliteDialect(),
        DatabaseProduct.PostgreSql => new PostgreSqlDialect(),
        DatabaseProduct.MySql => new MySqlDialect(),
        DatabaseProduct.SqlServer => new SqlServerDialect(),
        _ => throw new ArgumentOutOfRangeException(nameof(product), product, "No such database product."),
    };

    protected static string Columns((string Column, string Value)[] row) => string.Join(", ", row.Select(value => value.Column));

    protected static string Values((string Column, string Value)[] row) => string.Join(", ", row.Select(value => value.Value));

    protected static string Assignments((string Column, string Value)[] changes) =>
        string.Join(", ", changes.Select(change => $"{change.Column} = {change.Value}"));

    protected static string KeyIs(string[] key, (string Column, string Value)[] row) =>
        string.Join(" AND ", key.Select(column => $"{column} = {row.Single(value => value.Column == column).Value}"));

    protected static (string Column, string Value)[] AllBut(string[] key, (string Column, string Value)[] row) =>
        [.. row.Where(value => !key.Contains(value.Column))];
}
