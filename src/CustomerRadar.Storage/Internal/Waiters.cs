namespace CustomerRadar.Storage.Internal;

/// <summary>
/// Rows that wait for another row's reservation. They are due at once when that row ends, in the same transaction. For that everyone who
/// ends rows locks them together with those that wait, and everyone who begins to wait locks both rows, always in the order of their
/// numbers: so nobody sleeps through the end, and nobody waits in a circle. (Passing over locked rows would not do: a scan of MySQL or
/// SQL Server holds rows for a moment that it does not take.)
/// </summary>
internal static class Waiters
{
    /// <summary>
    /// Locks rows, with those that wait for the ending ones. Null when there were more of them than <paramref name="known"/>, which then has
    /// them: lock again in a new transaction.
    /// </summary>
    public static async Task<IReadOnlyList<InvitationRecord>?> LockAsync(
        Database.Work work, IReadOnlyCollection<long> rows, IReadOnlyCollection<long> ending, HashSet<long> known)
    {
        var ids = rows.Union(known).Order().ToList();
        var locked = await work.QueryAsync<InvitationRecord>(d => d.Lock("*", "CustomerRadar_Invitation", $"WHERE {d.OneOf("Id", "@ids")} ORDER BY Id"), new { ids });
        var waiting = await work.QueryAsync<long>(
            d => $"SELECT Id FROM CustomerRadar_Invitation WHERE {d.OneOf("BlockedBy", "@ending")}", new { ending });
        if (waiting.All(ids.Contains))
            return locked;
        known.UnionWith(waiting);
        return null;
    }

    /// <summary>Makes those due that wait for rows that have ended.</summary>
    /// <param name="work">The transaction that ends them.</param>
    /// <param name="locked">What <see cref="LockAsync"/> gave.</param>
    /// <param name="ended">Those that have ended.</param>
    public static async Task WakeAsync(Database.Work work, IReadOnlyList<InvitationRecord> locked, IReadOnlyCollection<long> ended)
    {
        var ids = locked.Where(row => row.BlockedBy is { } blocker && ended.Contains(blocker) && !ended.Contains(row.Id)).Select(row => row.Id).ToList();
        if (ids.Count == 0)
            return;
        await work.ExecuteAsync(
            d => $"UPDATE CustomerRadar_Invitation SET BlockedBy = NULL, DueAt = CASE WHEN DueAt > {d.Now} THEN {d.Now} ELSE DueAt END WHERE {d.OneOf("Id", "@ids")}",
            new { ids });
    }

    /// <summary>Frees what a waiting row had reserved, since it is not the next to go any more, and makes those due that wait for it.</summary>
    public static async Task LetGoAsync(Database.Work work, IReadOnlyList<InvitationRecord> locked, InvitationRecord row)
    {
        // An earlier attempt may have been taken: then nobody else may invite.
        if (row.InDoubt == 1)
            return;
        await work.ExecuteAsync(_ => "DELETE FROM CustomerRadar_Reservation WHERE InvitationId = @Id", new { row.Id });
        await WakeAsync(work, locked, [row.Id]);
    }
}
