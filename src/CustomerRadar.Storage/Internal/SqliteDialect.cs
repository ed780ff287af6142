namespace CustomerRadar.Storage.Internal;

internal sealed class SqliteDialect : OnConflictDialect
{
    public SqliteDialect() => Now = "CAST(unixepoch('subsec') * 1000 AS integer)";

    public override string Identity => "integer PRIMARY KEY AUTOINCREMENT";

    public override bool HasOneWriter => true;

    public override string LongText => "text";

    public override string HasColumn => "SELECT COUNT(*) FROM pragma_table_info(@table) WHERE name = @column";

    public override string HasIndex => "SELECT COUNT(*) FROM pragma_index_list(@table) WHERE name = @index";

    // The transaction began as an immediate one, so it is the only writer already.
    public override string LockSchema => "SELECT 1";

    public override string Text(int length) => "text";

    // One writer at a time: a transaction that writes has all rows for itself.
    public override string Lock(string columns, string table, string rest) => $"SELECT {columns} FROM {table} {rest}";

    public override string Take(string count, string columns, string table, string rest) => $"SELECT {columns} FROM {table} {rest} {First(count)}";
}
