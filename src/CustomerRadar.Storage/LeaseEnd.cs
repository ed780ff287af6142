using CustomerRadar.Core.Invitations;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>Ends leases: by the outcome of their holder, or because the holder never came back.</summary>
internal sealed class LeaseEnd(Database database)
{
    private const string Sweep = "sweep";

    public async Task<bool> CompleteAsync(Lease lease, InvitationChange change, CancellationToken cancellationToken)
    {
        var known = new HashSet<long>();
        bool? done;
        while ((done = await database.InTransactionAsync(work => CompleteAsync(work, lease, change, known), cancellationToken)) is null)
        {
            // Another row has begun to wait for this one.
        }

        return done.Value;
    }

    public async Task<ExpiredLeases> ResolveExpiredAsync(int atMost, CancellationToken cancellationToken)
    {
        var ids = await database.QueryAsync<long>(
            d => $"SELECT Id FROM CustomerRadar_Invitation WHERE State = 'Sending' AND LeaseUntil < {d.Now} ORDER BY LeaseUntil {d.First("@atMost")}",
            new { atMost },
            cancellationToken);
        if (ids.Count == 0)
            return new ExpiredLeases(0, 0);
        var known = new HashSet<long>();
        ExpiredLeases? resolved;
        while ((resolved = await database.InTransactionAsync(work => ResolveAsync(work, ids, known), cancellationToken)) is null)
        {
            // Another row has begun to wait for one of these.
        }

        return resolved;
    }

    private static async Task<bool?> CompleteAsync(Database.Work work, Lease lease, InvitationChange change, HashSet<long> known)
    {
        var id = lease.Invitation.Value;
        long[] ids = change.BlockedBy is { } blocker ? [id, blocker.Value] : [id];
        if (await Waiters.LockAsync(work, ids, [id], known) is not { } locked)
            return null;
        var row = locked.SingleOrDefault(row => row.Id == id && row.LeaseId == lease.Id.ToString("D"));
        if (row is null || !change.State.MayEndLease(row.StateValue))
            return false;

        var to = change.State == InvitationState.Pending && row.CancelRequested is not null ? InvitationState.Cancelled : change.State;
        // Whoever asked for the cancellation said why.
        var reason = to == InvitationState.Cancelled ? row.CancelRequested ?? change.Reason : change.Reason;
        var by = row.LeasedBy ?? "worker";
        // What it was to wait for has ended meanwhile, and woke nobody.
        var waits = change.BlockedBy is null || locked.Any(other => other.Id == change.BlockedBy.Value.Value && !other.StateValue.IsFinal());
        await WriteAsync(work, row, waits ? change : change with { BlockedBy = null, DeferUntil = null, RetryIn = null }, to, reason);
        await HistoryAsync(work, row.Id, row.State, to.ToString(), by, reason);
        if (row.CancelRequested is not null && to != InvitationState.Cancelled)
            await HistoryAsync(work, row.Id, to.ToString(), to.ToString(), by, $"Cancelled after it was sent: {row.CancelRequested}");
        if (to.IsFinal())
            await Waiters.WakeAsync(work, locked, [row.Id]);
        return true;
    }

    private static async Task<ExpiredLeases?> ResolveAsync(Database.Work work, IReadOnlyList<long> ids, HashSet<long> known)
    {
        if (await Waiters.LockAsync(work, ids, ids, known) is not { } locked)
            return null;
        var now = await work.FindAsync<long>(d => $"SELECT {d.Now}");
        // Another sweep may have been faster.
        var rows = locked.Where(row => ids.Contains(row.Id) && row.StateValue == InvitationState.Sending && row.LeaseUntil < now).ToList();
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

        await Waiters.WakeAsync(work, locked, [.. rows.Where(row => Resolve(row).State.IsFinal()).Select(row => row.Id)]);
        var unconfirmed = rows.Count(row => row.RequestStartedAt is not null);
        return new ExpiredLeases(rows.Count - unconfirmed, unconfirmed);
    }

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
