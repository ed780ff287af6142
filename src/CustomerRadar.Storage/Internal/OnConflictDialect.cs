namespace CustomerRadar.Storage.Internal;

/// <summary>What SQLite and PostgreSQL share: <c>ON CONFLICT</c> and <c>RETURNING</c>.</summary>
internal abstract class OnConflictDialect : Dialect
{
    public override string DropIndex(string table, string name) => $"DROP INDEX {name}";

    public override string InsertIfAbsent(string table, string[] key, params (string Column, string Value)[] row) =>
        Insert(table, key, row, "NOTHING", "1");

    public override string InsertNumberedIfAbsent(string table, string[] key, params (string Column, string Value)[] row) =>
        Insert(table, key, row, "NOTHING", "Id");

    public override string InsertNumbered(string table, params (string Column, string Value)[] row) =>
        $"INSERT INTO {table} ({Columns(row)}) VALUES ({Values(row)}) RETURNING Id";

    public override string Upsert(
        string table, string[] key, (string Column, string Value)[] row, (string Column, string Value)[]? changes = null, string? when = null) =>
        Insert(table, key, row, $"UPDATE SET {Assignments(changes ?? AllBut(key, row))}{(when is null ? "" : $" WHERE {when}")}", "1");

    public override string CreateTable(Table table) => string.Join(
        ";\n",
        table.Indexes.Select(index =>
            $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX IF NOT EXISTS {index.Name} ON {table.Name} ({index.Columns})")
        .Prepend($"CREATE TABLE IF NOT EXISTS {table.Name} (\n{table.Columns(this)}\n)"));

    private static string Insert(string table, string[] key, (string Column, string Value)[] row, string otherwise, string answer) =>
        $"""
        INSERT INTO {table} ({Columns(row)}) VALUES ({Values(row)})
        ON CONFLICT ({string.Join(", ", key)}) DO {otherwise}
        RETURNING {answer}
        """;
}
