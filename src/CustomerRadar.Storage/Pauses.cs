using CustomerRadar.Core.Pauses;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>Pauses, one row a scope. A row is never deleted but emptied, so that it can serve as the lock of its scope.</summary>
internal sealed class Pauses(Database database) : IPauses
{
    private const string Table = "CustomerRadar_Connection";

    /// <inheritdoc/>
    public Task<PauseReading> ReadAsync(IReadOnlyCollection<PauseScope> scopes, CancellationToken cancellationToken) =>
        // No scope is spelled "", and a list must not be empty.
        ReadAsync(d => $"AND {d.OneOf("c.Scope", "@scopes")}", [.. scopes.Select(scope => scope.ToString()).DefaultIfEmpty("")], cancellationToken);

    /// <inheritdoc/>
    public Task<PauseReading> ListAsync(CancellationToken cancellationToken) => ReadAsync(_ => "", [], cancellationToken);

    /// <inheritdoc/>
    public async Task<Pause?> ChangeAsync(PauseScope scope, Func<Pause?, DateTimeOffset, Pause?> decide, CancellationToken cancellationToken)
    {
        var values = new { scope = scope.ToString() };
        if (await database.FindAsync<int>(_ => $"SELECT COUNT(*) FROM {Table} WHERE Scope = @scope", values, cancellationToken) == 0)
        {
            await database.WriteAsync<int?>(
                d => d.InsertIfAbsent(Table, ["Scope"], ("Scope", "@scope"), ("Troubles", "0"), ("Probes", "0"), ("ChangedAt", d.Now)), values, cancellationToken);
        }

        return await database.InTransactionAsync(
            async work =>
            {
                var before = (await work.FindAsync<PauseRecord>(d => d.Lock("*", Table, "WHERE Scope = @scope"), values))?.Pause();
                // A statement of its own: the lock may have been waited for.
                var now = Instants.At(await work.FindAsync<long>(d => $"SELECT {d.Now}"));
                var after = decide(before, now);
                if (after != before)
                    await WriteAsync(work, scope, after);
                return after;
            },
            cancellationToken);
    }

    private async Task<PauseReading> ReadAsync(Sql which, IReadOnlyList<string> scopes, CancellationToken cancellationToken)
    {
        // The clock comes along even when nothing is known.
        var rows = await database.QueryAsync<PauseRecord>(
            d => $"SELECT {d.Now} AS ReadAt, c.* FROM (SELECT 1 AS One) a LEFT JOIN {Table} c ON c.Cause IS NOT NULL {which(d)} ORDER BY c.Scope",
            new { scopes },
            cancellationToken);
        return new PauseReading([.. rows.Select(row => row.Pause()).OfType<Pause>()], Instants.At(rows[0].ReadAt));
    }

    private static Task<int> WriteAsync(Database.Work work, PauseScope scope, Pause? pause) => work.ExecuteAsync(
        d => $"""
        UPDATE {Table} SET Cause = @cause, ClosedUntil = @closedUntil, Since = @since, Reason = @reason, Advice = @advice,
            Troubles = @troubles, Probes = @probes, Probe = @probe, Settings = @settings, ChangedAt = {d.Now}
        WHERE Scope = @scope
        """,
        new
        {
            scope = scope.ToString(),
            cause = pause?.Cause.ToString(),
            closedUntil = pause?.ClosedUntil?.Milliseconds(),
            since = pause?.Since?.Milliseconds(),
            reason = Column.Cut(pause?.Reason, Column.Reason),
            advice = Column.Cut(pause?.Advice, Column.Reason),
            troubles = pause?.Troubles ?? 0,
            probes = pause?.Probes ?? 0,
            probe = pause?.Probe?.ToString("D"),
            settings = Column.Cut(pause?.Settings, Column.Note),
        });
}
