using CustomerRadar.Core.Periodic;
using CustomerRadar.Storage.Internal;
using static CustomerRadar.Core.Periodic.BackfillState;

namespace CustomerRadar.Storage;

/// <summary>Backfills and how far they have come.</summary>
internal sealed class Backfills(Database database) : IBackfills
{
    private const string Table = "CustomerRadar_Backfill";

    /// <inheritdoc/>
    public async Task<long> AddAsync(BackfillPlan plan, CancellationToken cancellationToken) => (await database.WriteAsync<long?>(
        d => d.InsertNumbered(
            Table,
            ("StoreKey", "@store"),
            ("RuleKey", "@rule"),
            ("FromAt", "@from"),
            ("UntilAt", "@until"),
            ("PerHour", "@PerHour"),
            ("Expected", "@Expected"),
            ("ByWhom", "@by"),
            ("State", "'Running'"),
            ("Seen", "0"),
            ("Planned", "0"),
            ("Invited", "0"),
            ("CreatedAt", d.Now),
            ("ChangedAt", d.Now)),
        new
        {
            store = plan.Store.ToString(),
            rule = plan.Rule.ToString(),
            from = plan.From.Milliseconds(),
            until = plan.Until.Milliseconds(),
            plan.PerHour,
            plan.Expected,
            by = Column.Cut(plan.By, Column.Short),
        },
        cancellationToken))!.Value;

    /// <inheritdoc/>
    public async Task<Backfill?> FindAsync(long id, CancellationToken cancellationToken) =>
        (await database.FindAsync<BackfillRecord>(_ => $"SELECT * FROM {Table} WHERE Id = @id", new { id }, cancellationToken))?.Backfill();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Backfill>> ListAsync(int atMost, CancellationToken cancellationToken) =>
        All(await database.QueryAsync<BackfillRecord>(d => $"SELECT * FROM {Table} ORDER BY Id DESC {d.First("@atMost")}", new { atMost }, cancellationToken));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Backfill>> RunningAsync(CancellationToken cancellationToken) =>
        All(await database.QueryAsync<BackfillRecord>(_ => $"SELECT * FROM {Table} WHERE State = 'Running' ORDER BY Id", null, cancellationToken));

    /// <inheritdoc/>
    public Task<bool> ProgressAsync(long id, BackfillProgress before, BackfillProgress after, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            row => row.StateValue == Running && row.Progress == before,
            d => $"PageCursor = @Cursor, Seen = @Seen, Planned = @Planned, Invited = @Invited, NextDueAt = @nextDueAt",
            new { id, after.Cursor, after.Seen, after.Planned, after.Invited, nextDueAt = after.NextDueAt?.Milliseconds() },
            cancellationToken);

    /// <inheritdoc/>
    public Task<bool> SetStateAsync(long id, BackfillState state, string? reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            row => state == Running ? row.StateValue is Stopped or Failed : row.StateValue == Running,
            _ => "State = @state, Reason = @reason",
            new { id, state = state.ToString(), reason = Column.Cut(reason, Column.Reason) },
            cancellationToken);

    private Task<bool> ChangeAsync(long id, Func<BackfillRecord, bool> allows, Sql change, object values, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async work =>
            {
                if (await work.FindAsync<BackfillRecord>(d => d.Lock("*", Table, "WHERE Id = @id"), new { id }) is not { } row || !allows(row))
                    return false;
                await work.ExecuteAsync(d => $"UPDATE {Table} SET {change(d)}, ChangedAt = {d.Now} WHERE Id = @id", values);
                return true;
            },
            cancellationToken);

    private static List<Backfill> All(IReadOnlyList<BackfillRecord> rows) => [.. rows.Select(row => row.Backfill())];
}
