using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Reservations;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>
/// Reservations. Every key has a row of invitation 0, whose lock serialises those that want the key; what stands in the way is read from the
/// rows of the other holders, whose state nobody has to copy here.
/// </summary>
internal sealed class Reservations(Database database) : IReservations
{
    private const string Table = "CustomerRadar_Reservation";
    private const int MaximumKey = 400;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A key is empty or longer than 400 characters.</exception>
    public async Task<ReservationResult> TakeAsync(Lease lease, IReadOnlyList<ReservationRequest> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Any(request => request.Key.Length is 0 or > MaximumKey))
            throw new ArgumentException($"A reservation's key has 1 to {MaximumKey} characters.", nameof(wanted));
        if (wanted.Count == 0)
            return new ReservationResult.Taken();
        // The longest period of a key counts; sorted by characters, not by culture, so that every node locks in the same order.
        var requests = wanted.GroupBy(request => request.Key).Select(same => same.MaxBy(request => request.Period)!)
            .OrderBy(request => request.Key, StringComparer.Ordinal).ToList();
        while (true)
        {
            await AddLocksAsync(requests, cancellationToken);
            if (await database.InTransactionAsync(work => TakeAsync(work, lease, requests), cancellationToken) is { } result)
                return result;
        }
    }

    // Outside the transaction: a lock row that is written stays, and none of its writers has to wait for another's end.
    private async Task AddLocksAsync(IReadOnlyList<ReservationRequest> requests, CancellationToken cancellationToken)
    {
        var there = await database.QueryAsync<string>(
            d => $"SELECT ReservationKey FROM {Table} WHERE InvitationId = 0 AND {d.OneOf("ReservationKey", "@keys")}",
            new { keys = requests.Select(request => request.Key).ToList() },
            cancellationToken);
        foreach (var key in requests.Select(request => request.Key).Except(there, StringComparer.Ordinal))
        {
            await database.WriteAsync<int?>(
                d => d.InsertIfAbsent(
                    Table, ["ReservationKey", "InvitationId"], ("ReservationKey", "@key"), ("InvitationId", "0"), ("TakenAt", d.Now)),
                new { key },
                cancellationToken);
        }
    }

    /// <summary>The result; null when a lock row has gone since it was looked for, with the retention of its last holder.</summary>
    private static async Task<ReservationResult?> TakeAsync(Database.Work work, Lease lease, IReadOnlyList<ReservationRequest> requests)
    {
        // One at a time by the whole key: a list would leave it to the planner in which order, and through what else, it locks.
        foreach (var request in requests)
        {
            if (await work.FindAsync<long?>(d => d.Lock("InvitationId", Table, "WHERE ReservationKey = @Key AND InvitationId = 0"), new { request.Key }) is null)
                return null;
        }

        // A worker that stalled may be here after its row went back to wait: what it took then nobody would give back.
        var own = new { id = lease.Invitation.Value, lease = lease.Id.ToString("D") };
        if (await work.FindAsync<long?>(d => d.Lock("Id", "CustomerRadar_Invitation", "WHERE Id = @id AND LeaseId = @lease AND State = 'Sending'"), own) is null)
            return new ReservationResult.LeaseLost();

        var values = new { id = lease.Invitation.Value, keys = requests.Select(request => request.Key).ToList() };
        if (await FindHolderAsync(work, lease.Invitation, requests) is { } held)
        {
            await work.ExecuteAsync(
                d => $"""
                DELETE FROM {Table} WHERE InvitationId = @id AND {d.OneOf("ReservationKey", "@keys")}
                    AND NOT EXISTS (SELECT 1 FROM CustomerRadar_Invitation WHERE Id = @id AND InDoubt = 1)
                """,
                values);
            return held;
        }

        var mine = await work.QueryAsync<string>(
            d => $"SELECT ReservationKey FROM {Table} WHERE InvitationId = @id AND {d.OneOf("ReservationKey", "@keys")}", values);
        if (mine.Count > 0)
        {
            // Of an attempt in doubt and the one that comes now the later counts.
            await work.ExecuteAsync(
                d => $"""
                UPDATE {Table} SET TakenAt = {d.Now} WHERE InvitationId = @id AND {d.OneOf("ReservationKey", "@keys")}
                    AND EXISTS (SELECT 1 FROM CustomerRadar_Invitation WHERE Id = @id AND InDoubt = 1)
                """,
                values);
        }

        foreach (var key in values.keys.Except(mine, StringComparer.Ordinal))
        {
            await work.ExecuteAsync(
                d => $"INSERT INTO {Table} (ReservationKey, InvitationId, ContactHash, TakenAt) VALUES (@key, @id, @contact, {d.Now})",
                new { key, values.id, contact = ReservedContact.Of(key)?.ToString() });
        }

        return new ReservationResult.Taken();
    }

    /// <summary>
    /// Who stands in the way. One that has been sent comes before one that may still fail: it decides for good. One that is to be sent again
    /// counts as Unconfirmed, which it ends as at the least: two such rows keep their keys, and would wait for each other for ever.
    /// </summary>
    private static async Task<ReservationResult.Held?> FindHolderAsync(Database.Work work, InvitationId invitation, IReadOnlyList<ReservationRequest> requests)
    {
        // A statement of its own: the locks may have been waited for.
        var now = await work.FindAsync<long>(d => $"SELECT {d.Now}");
        Holder? first = null;
        foreach (var request in requests)
        {
            if (request.Period is not { } period)
                continue;
            var holder = await work.FindAsync<Holder>(
                d => $"""
                SELECT r.ReservationKey, r.InvitationId, i.RuleKey, COALESCE(i.RequestStartedAt, r.TakenAt) AS Since,
                    CASE WHEN i.InDoubt = 1 AND i.State IN ('Pending', 'Sending') THEN 'Unconfirmed' ELSE i.State END AS State,
                    CASE WHEN i.InDoubt = 1 OR i.State IN ('Accepted', 'Unconfirmed') THEN 1 ELSE 0 END AS IsSent
                FROM {Table} r JOIN CustomerRadar_Invitation i ON i.Id = r.InvitationId
                WHERE r.ReservationKey = @Key AND r.InvitationId <> @id
                    AND i.State IN ('Pending', 'Sending', 'Accepted', 'Unconfirmed')
                    AND ((i.InDoubt = 0 AND i.State IN ('Pending', 'Sending')) OR COALESCE(i.RequestStartedAt, r.TakenAt) > @after)
                ORDER BY IsSent DESC, Since DESC, r.InvitationId
                {d.First("@atMost")}
                """,
                new { request.Key, id = invitation.Value, after = After(now, period), atMost = 1 });
            if (holder is not null && (first is null || holder.IsSent > first.IsSent))
                first = holder;
        }

        return first?.Held();
    }

    private static long After(long now, TimeSpan period) => period == TimeSpan.MaxValue ? long.MinValue : now - period.Milliseconds();

    private sealed class Holder
    {
        public string ReservationKey { get; set; } = "";

        public long InvitationId { get; set; }

        public string RuleKey { get; set; } = "";

        public string State { get; set; } = "";

        public long Since { get; set; }

        public int IsSent { get; set; }

        public ReservationResult.Held Held() => new(
            ReservationKey, new InvitationId(InvitationId), Core.Rules.RuleKey.Parse(RuleKey), Enum.Parse<InvitationState>(State), Instants.At(Since));
    }
}
