using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>
/// Takes rows into leases. Waiting rows lie in lanes, one index for all: the lane of those that nothing holds, and one for each scope that
/// holds some. A lane whose scope is closed is not read, so what is held costs nothing however much it is; an open one is read in the order
/// in which its rows are due, so nothing has to be put back when a pause ends. Only what an outage has held for too long is taken out of a closed one, to be given up.
/// </summary>
internal sealed class Leasing(Database database)
{
    // Rows of a closed connection are moved to its lane by so many in one transaction.
    private const int Batch = 500;

    /// <summary>Takes one row, if it is due and nothing closed covers it.</summary>
    public Task<LeasedInvitation?> LeaseAsync(long id, TimeSpan length, string worker, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async work =>
            {
                var closed = await ClosedScopes.ReadAsync(work);
                if (closed.CoverAll)
                    return null;
                var ids = await work.QueryAsync<long>(
                    d => d.Take(
                        "@AtMost", "Id", "CustomerRadar_Invitation", $"WHERE Id = @id AND State = 'Pending' AND DueAt <= {d.Now}{closed.Open(d)} ORDER BY Id"),
                    new { AtMost = 1, id, closed.Scopes, closed.Connections });
                return (await LeaseAsync(work, ids, length, worker)).SingleOrDefault();
            },
            cancellationToken);

    /// <summary>Takes the rows that have been due longest.</summary>
    public async Task<IReadOnlyList<LeasedInvitation>> LeaseDueAsync(
        int atMost, TimeSpan overdueBy, TimeSpan length, string worker, CancellationToken cancellationToken)
    {
        IReadOnlyList<LeasedInvitation>? leased;
        while ((leased = await database.InTransactionAsync<IReadOnlyList<LeasedInvitation>?>(
            async work =>
            {
                var closed = await ClosedScopes.ReadAsync(work);
                if (closed.CoverAll)
                    return [];
                var due = await DueAsync(work, closed, atMost, overdueBy);
                if (due.Any(row => row.IsUnder(closed)) && await HoldAsync(work, closed, overdueBy) > 0)
                    return null;
                var ids = due.Where(row => !row.IsUnder(closed)).Take(atMost).Select(row => row.Id).ToList();
                // SQL Server takes no fetch of no rows.
                foreach (var lane in closed.GivenUp.TakeWhile(_ => ids.Count < atMost))
                    ids.AddRange(await GivenUpAsync(work, lane, atMost - ids.Count));
                return await LeaseAsync(work, ids, length, worker);
            },
            cancellationToken)) is null)
        {
            // Rows of a closed connection lay in front: they are in its lane now, some more may follow.
        }

        return leased;
    }

    private static async Task<IReadOnlyList<LeasedInvitation>> LeaseAsync(Database.Work work, IReadOnlyList<long> ids, TimeSpan length, string worker)
    {
        if (ids.Count == 0)
            return [];
        var values = new { ids, lease = Guid.NewGuid().ToString("D"), length = length.Milliseconds(), worker = Column.Cut(worker, Column.Short) };
        await work.ExecuteAsync(
            d => $"""
            UPDATE CustomerRadar_Invitation
            SET State = 'Sending', LeaseId = @lease, LeasedBy = @worker, LeaseUntil = {d.Now} + @length, RequestStartedAt = NULL, Revived = 0, ChangedAt = {d.Now}
            WHERE {d.OneOf("Id", "@ids")}
            """,
            values);
        await work.ExecuteAsync(
            _ => """
            INSERT INTO CustomerRadar_History (InvitationId, At, FromState, ToState, ByWhom, Why)
            SELECT Id, ChangedAt, 'Pending', 'Sending', @worker, 'taken to be sent' FROM CustomerRadar_Invitation WHERE LeaseId = @lease ORDER BY Id
            """,
            values);
        var rows = await work.QueryAsync<InvitationRecord>(_ => "SELECT * FROM CustomerRadar_Invitation WHERE LeaseId = @lease ORDER BY DueAt, Id", values);
        return [.. rows.Select(row => row.Leased())];
    }

    /// <summary>The first rows of every open lane, the longest due first; of a lane that may be tried, one.</summary>
    private static async Task<IReadOnlyList<Due>> DueAsync(Database.Work work, ClosedScopes closed, int atMost, TimeSpan overdueBy)
    {
        var rows = new List<Due>(await LaneAsync(work, null, atMost, overdueBy));
        foreach (var lane in (await LanesAsync(work)).Except(closed.Scopes, StringComparer.Ordinal))
            rows.AddRange(await LaneAsync(work, lane, closed.WantsProbe(lane) ? 1 : atMost, overdueBy));
        return [.. rows.OrderBy(row => row.DueAt).ThenBy(row => row.Id)];
    }

    // From lane to lane along the index, however many rows each has. Not MIN: PostgreSQL may read all of them for it while its statistics are of
    // a time when nothing was held.
    private static async Task<List<string>> LanesAsync(Database.Work work)
    {
        var lanes = new List<string>();
        while (await work.FindAsync<string>(
            d => $"SELECT HeldBy FROM CustomerRadar_Invitation WHERE State = 'Pending' AND HeldBy > @last ORDER BY HeldBy {d.First("@one")}",
            new { last = lanes.LastOrDefault() ?? "", one = 1 }) is { } next)
        {
            lanes.Add(next);
        }

        return lanes;
    }

    // First the rows, then the change: a subquery with LIMIT and locks may be run more than once, and MySQL refuses it.
    private static Task<IReadOnlyList<Due>> LaneAsync(Database.Work work, string? lane, int atMost, TimeSpan overdueBy) => work.QueryAsync<Due>(
        d => d.Take(
            "@atMost",
            "Id, DueAt, ConnectionKey",
            "CustomerRadar_Invitation",
            $"WHERE State = 'Pending' AND HeldBy {(lane is null ? "IS NULL" : "= @lane")} AND DueAt <= {d.Now} - @overdue ORDER BY {(lane is null ? d.OrderWithinNull("HeldBy", "DueAt") : "DueAt")}"),
        new { lane, atMost, overdue = overdueBy.Milliseconds() });

    /// <summary>Rows of a closed lane that an outage has held for too long. It reads what is due in the lane; nothing else does after three days of an outage.</summary>
    private static Task<IReadOnlyList<long>> GivenUpAsync(Database.Work work, string lane, int atMost) => work.QueryAsync<long>(
        d => d.Take(
            "@atMost",
            "Id",
            "CustomerRadar_Invitation",
            $"WHERE State = 'Pending' AND HeldBy = @lane AND DueAt <= {d.Now} AND COALESCE(TroubleSince, DueAt) <= {d.Now} - @longest ORDER BY DueAt"),
        new { lane, atMost, longest = RetrySchedule.GiveUpAfter.Milliseconds() });

    /// <summary>Moves rows of closed connections out of the way, and has them say why they wait. Returns how many.</summary>
    private static async Task<int> HoldAsync(Database.Work work, ClosedScopes closed, TimeSpan overdueBy)
    {
        var held = 0;
        foreach (var connection in (await DueAsync(work, closed, Batch, overdueBy)).Where(row => row.IsUnder(closed)).GroupBy(row => row.ConnectionKey))
        {
            var scope = PauseScope.Of(ConnectionKey.Parse(connection.Key)).ToString();
            var (reason, advice) = closed.Words(scope);
            var isOutage = closed.IsOutage(scope);
            foreach (var ids in connection.Select(row => row.Id).Chunk(Batch))
            {
                held += await work.ExecuteAsync(
                    d => $"UPDATE CustomerRadar_Invitation SET HeldBy = @scope, Reason = @reason, Advice = @advice, {(isOutage ? $"TroubleSince = COALESCE(TroubleSince, {d.Now})" : "Retries = 0, TroubleSince = NULL")} WHERE {d.OneOf("Id", "@ids")}",
                    new { scope, reason, advice, ids });
            }
        }

        return held;
    }

    private sealed class Due
    {
        public long Id { get; set; }

        public long DueAt { get; set; }

        public string ConnectionKey { get; set; } = "";

        public bool IsUnder(ClosedScopes closed) => closed.Connections.Contains(ConnectionKey);
    }
}
