using System.Data.Common;

namespace CustomerRadar.Storage.Internal;

internal sealed class SqliteDialect : Dialect
{
    public SqliteDialect() => Now = "CAST(unixepoch('subsec') * 1000 AS integer)";

    public override string Identity => "integer PRIMARY KEY AUTOINCREMENT";

    public override bool HasOneWriter => true;

    public override string LongText => "text";

    // One writer at a time: a transaction that writes has all rows for itself.
    public override string SkipLocked => "";

    public override string Locked => "";

    public override string Text(int length) => "text";

    public override string OneOf(string column, string list) => $"{column} IN {list}";

    // The transaction began as an immediate one, so it is the only writer already.
    public override Task LockSchemaAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken) => Task.CompletedTask;
}
