using CustomerRadar.Core.Invitations;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>Ends leases: by the outcome of their holder, or because the holder never came back.</summary>
internal sealed class LeaseEnd(Database database)
{
    private const string Sweep = "sweep";

    public Task<bool> CompleteAsync(Lease lease, InvitationChange change, CancellationToken cancellationToken) => database.InTransactionAsync(
        async work =>
        {
            var (row, blocker) = await LockAsync(work, lease, change.BlockedBy);
            if (row is null || !change.State.MayEndLease(row.StateValue))
                return false;

            var to = change.State == InvitationState.Pending && row.CancelRequested is not null ? InvitationState.Cancelled : change.State;
            var reason = to == change.State ? change.Reason : row.CancelRequested!;
            var by = row.LeasedBy ?? "worker";
            // What it was to wait for has ended meanwhile, and woke nobody.
            var mayWait = blocker is { } other && !other.StateValue.IsFinal();
            await WriteAsync(work, row, change.BlockedBy is null || mayWait ? change : change with { BlockedBy = null, DeferUntil = null, RetryIn = null }, to, reason);
            await HistoryAsync(work, row.Id, row.State, to.ToString(), by, reason);
            if (row.CancelRequested is not null && to != InvitationState.Cancelled)
                await HistoryAsync(work, row.Id, to.ToString(), to.ToString(), by, $"Cancelled after it was sent: {row.CancelRequested}");
            if (to.IsFinal())
                await Waiters.WakeAsync(work, [row.Id]);
            return true;
        },
        cancellationToken);

    public Task<ExpiredLeases> ResolveExpiredAsync(int atMost, CancellationToken cancellationToken) => database.InTransactionAsync(
        async work =>
        {
            var rows = await work.QueryAsync<InvitationRecord>(
                d => d.Take("@atMost", "*", "CustomerRadar_Invitation", $"WHERE State = 'Sending' AND LeaseUntil < {d.Now} ORDER BY LeaseUntil"),
                new { atMost });
            foreach (var row in rows)
            {
                var (state, reason, advice) = Resolve(row);
                // The lease id stays on an Unconfirmed row: the late answer of the same lease may still come.
                await work.ExecuteAsync(
                    d => $"""
                    UPDATE CustomerRadar_Invitation
                    SET State = @state, Reason = @reason, Advice = @advice, ChangedAt = {d.Now}, LeaseUntil = NULL,
                        LeaseId = CASE WHEN @state = 'Unconfirmed' THEN LeaseId ELSE NULL END
                    WHERE Id = @id
                    """,
                    new { id = row.Id, state = state.ToString(), reason, advice });
                await HistoryAsync(work, row.Id, row.State, state.ToString(), Sweep, reason);
            }

            await Waiters.WakeAsync(work, [.. rows.Where(row => Resolve(row).State.IsFinal()).Select(row => row.Id)]);
            var unconfirmed = rows.Count(row => row.RequestStartedAt is not null);
            return new ExpiredLeases(rows.Count - unconfirmed, unconfirmed);
        },
        cancellationToken);

    private static (InvitationState State, string Reason, string? Advice) Resolve(InvitationRecord row)
    {
        if (row.RequestStartedAt is not null)
        {
            return (
                InvitationState.Unconfirmed,
                "The request had left when its worker ended. It is not known whether Customer Radar took it.",
                "Look at Customer Radar, then mark it as accepted or send it again.");
        }

        return row.CancelRequested is { } cancelled
            ? (InvitationState.Cancelled, cancelled, null)
            : (InvitationState.Pending, "Its worker ended before it was sent; it waits again.", null);
    }

    /// <summary>Locks the row, and the one that it is to wait for, in the order of their numbers as everyone does who locks several.</summary>
    private static async Task<(InvitationRecord? Row, InvitationRecord? Blocker)> LockAsync(Database.Work work, Lease lease, InvitationId? blocker)
    {
        long[] ids = blocker is { } other ? [lease.Invitation.Value, other.Value] : [lease.Invitation.Value];
        var rows = await work.QueryAsync<InvitationRecord>(d => d.Lock("*", "CustomerRadar_Invitation", $"WHERE {d.OneOf("Id", "@ids")} ORDER BY Id"), new { ids });
        return (
            rows.SingleOrDefault(row => row.Id == lease.Invitation.Value && row.LeaseId == lease.Id.ToString("D")),
            rows.SingleOrDefault(row => row.Id == blocker?.Value));
    }

    private static Task<int> WriteAsync(Database.Work work, InvitationRecord row, InvitationChange change, InvitationState to, string reason) => work.ExecuteAsync(
        d => $"""
        UPDATE CustomerRadar_Invitation
        SET State = @state, Reason = @reason, Advice = @advice, Reference = @reference, Status = @status, Code = @code, ChangedAt = {d.Now}, LeaseUntil = NULL,
            LeaseId = CASE WHEN @state = 'Unconfirmed' THEN LeaseId ELSE NULL END,
            RequestStartedAt = CASE WHEN @state = 'Pending' THEN NULL ELSE RequestStartedAt END,
            DueAt = CASE WHEN @state = 'Pending' THEN COALESCE(@deferUntil, {d.Now} + @retryIn) ELSE DueAt END,
            HeldBy = @heldBy, BlockedBy = @blockedBy, CancelCause = CASE WHEN @state = 'Cancelled' THEN @cause ELSE CancelCause END,
            Retries = Retries + @inTrouble,
            TroubleSince = CASE WHEN @inTrouble = 1 THEN COALESCE(TroubleSince, {d.Now}) ELSE TroubleSince END
        WHERE Id = @id
        """,
        new
        {
            id = row.Id,
            state = to.ToString(),
            reason = Column.Cut(reason, Column.Reason),
            advice = Column.Cut(change.Advice, Column.Reason),
            reference = Column.Cut(change.Reference, Column.Short),
            status = change.Status,
            code = Column.Cut(change.Code, Column.Short),
            heldBy = to == InvitationState.Pending ? change.HeldBy?.ToString() : null,
            blockedBy = to == InvitationState.Pending ? change.BlockedBy?.Value : null,
            cause = (row.CancelRequested is null ? change.Cause : row.CancelCauseValue).ToString(),
            deferUntil = change.DeferUntil?.Milliseconds(),
            retryIn = (change.RetryIn ?? TimeSpan.Zero).Milliseconds(),
            inTrouble = change.InTrouble ? 1 : 0,
        });

    private static Task<int> HistoryAsync(Database.Work work, long id, string from, string to, string by, string why) => work.ExecuteAsync(
        d => $"INSERT INTO CustomerRadar_History (InvitationId, At, FromState, ToState, ByWhom, Why) VALUES (@id, {d.Now}, @from, @to, @by, @why)",
        new { id, from, to, by, why = Column.Cut(why, Column.Reason) });
}
