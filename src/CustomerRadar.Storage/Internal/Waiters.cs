namespace CustomerRadar.Storage.Internal;

/// <summary>
/// Rows that wait for another row's reservation. They are due at once when that row ends, in the same transaction. A row that somebody
/// holds at that moment is passed over instead of waited for, so this never takes part in a deadlock; whoever holds it decides anew: a
/// worker takes its reservations, and a worker that is about to wait looks at the other row under its lock (<see cref="LeaseEnd"/>).
/// </summary>
internal static class Waiters
{
    public static async Task WakeAsync(Database.Work work, IReadOnlyList<long> ended)
    {
        if (ended.Count == 0)
            return;
        var ids = await work.QueryAsync<long>(
            d => d.Take("@atMost", "Id", "CustomerRadar_Invitation", $"WHERE {d.OneOf("BlockedBy", "@ended")} AND State = 'Pending' ORDER BY BlockedBy"),
            new { ended, atMost = int.MaxValue });
        if (ids.Count == 0)
            return;
        await work.ExecuteAsync(
            d => $"UPDATE CustomerRadar_Invitation SET BlockedBy = NULL, DueAt = CASE WHEN DueAt > {d.Now} THEN {d.Now} ELSE DueAt END WHERE {d.OneOf("Id", "@ids")}",
            new { ids });
    }
}
