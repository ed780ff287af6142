using System.Data.Common;

namespace CustomerRadar.Storage.Internal;

/// <summary>What MySQL 8.0 and MariaDB 10.6 share.</summary>
internal sealed class MySqlDialect : Dialect
{
    // Not UNIX_TIMESTAMP(NOW(3)): that goes by the session's zone and doubles an hour in autumn.
    public MySqlDialect() => Now = "(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(3)) DIV 1000)";

    public override string Identity => "bigint NOT NULL AUTO_INCREMENT PRIMARY KEY";

    public override string LongText => $"longtext {Bytewise}";

    public override string HasColumn =>
        "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = @table AND column_name = @column";

    public override string HasIndex =>
        "SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = @table AND index_name = @index";

    // Locks by name are the server's, not the database's, and such a name has 64 characters at most.
    public override string LockSchema => $"SELECT GET_LOCK({SchemaLock}, 25)";

    public override string UnlockSchema => $"SELECT RELEASE_LOCK({SchemaLock})";

    public override string Text(int length) => $"varchar({length}) {Bytewise}";

    public override string Lock(string columns, string table, string rest) => $"SELECT {columns} FROM {table} {rest} FOR UPDATE";

    public override string Take(string count, string columns, string table, string rest) =>
        $"SELECT {columns} FROM {table} {rest} {First(count)} FOR UPDATE SKIP LOCKED";

    public override string InsertIfAbsent(string table, string[] key, params (string Column, string Value)[] row) =>
        $"{InsertOrMark(table, key, row)}; SELECT CAST(NULLIF(LAST_INSERT_ID(), 0) AS SIGNED)";

    public override string InsertNumberedIfAbsent(string table, string[] key, params (string Column, string Value)[] row) =>
        $"{InsertAndMark(table, key, row)}; SELECT CAST(NULLIF(LAST_INSERT_ID(), 0) AS SIGNED)";

    public override string InsertNumbered(string table, params (string Column, string Value)[] row) =>
        $"INSERT INTO {table} ({Columns(row)}) VALUES ({Values(row)}); SELECT CAST(LAST_INSERT_ID() AS SIGNED)";

    public override string Upsert(
        string table, string[] key, (string Column, string Value)[] row, (string Column, string Value)[]? changes = null, string? when = null) =>
        $"""
        {InsertOrMark(table, key, row)};
        UPDATE {table} SET {Assignments(changes ?? AllBut(key, row))} WHERE {KeyIs(key, row)} AND LAST_INSERT_ID() = 0{(when is null ? "" : $" AND ({when})")};
        SELECT CASE WHEN LAST_INSERT_ID() = 1 OR ROW_COUNT() > 0 THEN 1 END
        """;

    // One statement a table, since each statement of DDL commits: after a crash a table stands with all its indexes or not at all. DYNAMIC,
    // whatever the server prefers: in COMPACT a key ends at 767 bytes.
    public override string CreateTable(Table table) =>
        $"CREATE TABLE IF NOT EXISTS {table.Name} (\n{table.Columns(this)}{string.Concat(table.Indexes.Select(index => $",\n{(index.IsUnique ? "UNIQUE " : "")}KEY {index.Name} ({index.Columns})"))}\n) ENGINE = InnoDB ROW_FORMAT = DYNAMIC";

    public override bool IsDeadlock(DbException problem) => problem.SqlState == Deadlock;

    // INSERT IGNORE would hide cut texts and missing values too, and the count of affected rows depends on the connection string. So the
    // row that is there is locked, keeps its value, and the session's own LAST_INSERT_ID carries the answer: 0, else the new number.
    private static string InsertAndMark(string table, string[] key, (string Column, string Value)[] row) =>
        $"""
        INSERT INTO {table} ({Columns(row)}) VALUES ({Values(row)})
        ON DUPLICATE KEY UPDATE {key[0]} = IF(LAST_INSERT_ID(0) = 0, {table}.{key[0]}, NULL)
        """;

    // Without a numbering column an insert leaves the 1 that stood before.
    private static string InsertOrMark(string table, string[] key, (string Column, string Value)[] row) =>
        $"DO LAST_INSERT_ID(1); {InsertAndMark(table, key, row)}";

    private const string Bytewise = "CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
    private const string SchemaLock = "CONCAT('customerradar ', LEFT(SHA2(DATABASE(), 256), 40))";
    private const string Deadlock = "40001";
}
