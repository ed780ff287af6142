using CustomerRadar.Core.Alerts;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>Alerts: at most one open row a kind and scope, kept so by a unique index over kind, scope and Closing (0 while open).</summary>
internal sealed class Alerts(Database database) : IAlerts
{
    private const string Table = "CustomerRadar_Alert";
    private const int TellAtMost = 100;

    /// <inheritdoc/>
    public async Task RaiseAsync(Alert alert, CancellationToken cancellationToken)
    {
        var values = new
        {
            kind = alert.Kind.ToString(),
            scope = alert.Scope,
            message = Column.Cut(alert.Message, Column.Reason),
            advice = Column.Cut(alert.Advice, Column.Reason),
        };
        // Most raise one that is open; of two nodes that raise a new one at once, the slower counts up the other's.
        while (await database.ExecuteAsync(
            d => $"""
            UPDATE {Table} SET Message = @message, Advice = @advice, LastAt = {d.Now}, Times = Times + 1
            WHERE Kind = @kind AND Scope = @scope AND Closing = 0
            """,
            values,
            cancellationToken) == 0)
        {
            var id = await database.WriteAsync<long?>(
                d => d.InsertNumberedIfAbsent(
                    Table,
                    ["Closing", "Kind", "Scope"],
                    ("Closing", "0"),
                    ("Kind", "@kind"),
                    ("Scope", "@scope"),
                    ("Message", "@message"),
                    ("Advice", "@advice"),
                    ("RaisedAt", d.Now),
                    ("LastAt", d.Now),
                    ("Times", "1")),
                values,
                cancellationToken);
            if (id is not null)
                return;
        }
    }

    /// <inheritdoc/>
    public Task ResolveAsync(AlertKind kind, string scope, CancellationToken cancellationToken) => database.ExecuteAsync(
        d => $"UPDATE {Table} SET ResolvedAt = {d.Now}, Closing = Id WHERE Kind = @kind AND Scope = @scope AND Closing = 0",
        new { kind = kind.ToString(), scope },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AlertRow>> OpenAsync(CancellationToken cancellationToken) =>
        Rows(await database.QueryAsync<Record>(_ => $"SELECT * FROM {Table} WHERE Closing = 0 ORDER BY RaisedAt DESC, Id DESC", null, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<AlertRow>> TakeUntoldAsync(TimeSpan again, CancellationToken cancellationToken) =>
        database.InTransactionAsync<IReadOnlyList<AlertRow>>(
            async work =>
            {
                var rows = await work.QueryAsync<Record>(
                    d => d.Take("@TellAtMost", "*", Table, $"WHERE Closing = 0 AND (NotifiedAt IS NULL OR NotifiedAt < {d.Now} - @again) ORDER BY Closing, Kind, Scope"),
                    new { TellAtMost, again = again.Milliseconds() });
                if (rows.Count == 0)
                    return [];
                var ids = rows.Select(row => row.Id).ToList();
                await work.ExecuteAsync(d => $"UPDATE {Table} SET NotifiedAt = {d.Now} WHERE {d.OneOf("Id", "@ids")}", new { ids });
                return Rows(await work.QueryAsync<Record>(d => $"SELECT * FROM {Table} WHERE {d.OneOf("Id", "@ids")} ORDER BY RaisedAt DESC, Id DESC", new { ids }));
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task NotToldAsync(long id, CancellationToken cancellationToken) =>
        database.ExecuteAsync(_ => $"UPDATE {Table} SET NotifiedAt = NULL WHERE Id = @id", new { id }, cancellationToken);

    private static List<AlertRow> Rows(IReadOnlyList<Record> records) => [.. records.Select(record => record.Row())];

    private sealed class Record
    {
        public long Id { get; set; }

        public string Kind { get; set; } = "";

        public string Scope { get; set; } = "";

        public string Message { get; set; } = "";

        public string? Advice { get; set; }

        public long RaisedAt { get; set; }

        public long LastAt { get; set; }

        public int Times { get; set; }

        public long? NotifiedAt { get; set; }

        public long? ResolvedAt { get; set; }

        public AlertRow Row() => new(
            Id,
            new Alert(Enum.Parse<AlertKind>(Kind), Scope, Message, Advice),
            Instants.At(RaisedAt),
            Instants.At(LastAt),
            Times,
            Instants.At(NotifiedAt),
            Instants.At(ResolvedAt));
    }
}
