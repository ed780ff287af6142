using System.Data.Common;

namespace CustomerRadar.Storage.Internal;

/// <summary>SQL Server 2016 and later, Azure SQL.</summary>
internal sealed class SqlServerDialect : Dialect
{
    public SqlServerDialect() => Now = "DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME())";

    public override string Identity => "bigint IDENTITY(1, 1) PRIMARY KEY";

    public override string LongText => $"nvarchar(max) {Bytewise}";

    public override string HasColumn =>
        "SELECT COUNT(*) FROM sys.columns WHERE object_id = OBJECT_ID(@table, N'U') AND name = @column";

    public override string HasIndex =>
        "SELECT COUNT(*) FROM sys.indexes WHERE object_id = OBJECT_ID(@table, N'U') AND name = @index";

    public override string LockSchema =>
        """
        DECLARE @taken int;
        EXEC @taken = sp_getapplock @Resource = N'CustomerRadar schema', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 25000;
        SELECT CASE WHEN @taken >= 0 THEN 1 ELSE 0 END
        """;

    public override string Text(int length) => $"nvarchar({length}) {Bytewise}";

    public override string First(string count) => $"OFFSET 0 ROWS FETCH NEXT {count} ROWS ONLY";

    public override string Page(string size, string before) => $"OFFSET {before} ROWS FETCH NEXT {size} ROWS ONLY";

    public override string Lock(string columns, string table, string rest) => $"SELECT {columns} FROM {table} WITH (UPDLOCK, ROWLOCK) {rest}";

    // READCOMMITTEDLOCK: where the database reads committed rows from versions (Azure's default), READPAST asks for it. It counts as a hint of
    // granularity, of which a table may have one, so ROWLOCK cannot stand beside it; a few rows are locked by row anyway.
    public override string Take(string count, string columns, string table, string rest) =>
        $"SELECT {columns} FROM {table} WITH (UPDLOCK, READPAST, READCOMMITTEDLOCK) {rest} {First(count)}";

    public override string InsertIfAbsent(string table, string[] key, params (string Column, string Value)[] row) => Insert(table, key, row, "OUTPUT 1 AS Written ");

    public override string InsertNumberedIfAbsent(string table, string[] key, params (string Column, string Value)[] row) =>
        Insert(table, key, row, "OUTPUT inserted.Id ");

    public override string InsertNumbered(string table, params (string Column, string Value)[] row) =>
        $"INSERT INTO {table} ({Columns(row)}) OUTPUT inserted.Id VALUES ({Values(row)})";

    public override string Upsert(
        string table, string[] key, (string Column, string Value)[] row, (string Column, string Value)[]? changes = null, string? when = null) =>
        $"""
        DECLARE @written int;
        {Insert(table, key, row, "")};
        SET @written = @@ROWCOUNT;
        IF @written = 0
        BEGIN
            UPDATE {table} SET {Assignments(changes ?? AllBut(key, row))} WHERE {KeyIs(key, row)}{(when is null ? "" : $" AND ({when})")};
            SET @written = @@ROWCOUNT;
        END;
        SELECT 1 WHERE @written > 0
        """;

    public override string CreateTable(Table table) =>
        $"IF OBJECT_ID(N'{table.Name}', N'U') IS NULL CREATE TABLE {table.Name} (\n{table.Columns(this)}{string.Concat(table.Indexes.Select(index => $",\nINDEX {index.Name} {(index.IsUnique ? "UNIQUE " : "")}({index.Columns})"))}\n)";

    // The driver is the host's, so its exception is asked by what it writes for everyone: the number as text.
    public override bool IsDeadlock(DbException problem) => problem.Data["HelpLink.EvtID"] is DeadlockVictim;

    // Holding the range keeps a second writer of the same key out until the first has ended; MERGE would promise it and not keep it.
    private static string Insert(string table, string[] key, (string Column, string Value)[] row, string output) =>
        $"""
        INSERT INTO {table} ({Columns(row)}) {output}SELECT {Values(row)}
        WHERE NOT EXISTS (SELECT 1 FROM {table} WITH (UPDLOCK, HOLDLOCK) WHERE {KeyIs(key, row)})
        """;

    private const string Bytewise = "COLLATE Latin1_General_100_BIN2";
    private const string DeadlockVictim = "1205";
}
