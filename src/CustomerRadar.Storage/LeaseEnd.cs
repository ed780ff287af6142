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
        return ids.Count == 0 ? new ExpiredLeases(0, 0) : await ResolveAsync(ids, cancellationToken);
    }

    /// <summary>Ends those of the leases that have expired by the time their rows are locked.</summary>
    internal async Task<ExpiredLeases> ResolveAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
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

        var end = PlannedEnd.Of(row, change);
        // What it was to wait for has ended meanwhile, and woke nobody.
        if (end.BlockedBy is { } other && !locked.Any(row => row.Id == other.Value && !row.StateValue.IsFinal()))
            end = end with { BlockedBy = null, DeferUntil = null, RetryIn = null };
        await WriteAsync(work, row, end);
        await NoteAsync(work, row, end);
        if (end.State.IsFinal())
            await Waiters.WakeAsync(work, locked, [row.Id]);
        else if (end.StartsOver)
            await Waiters.LetGoAsync(work, locked, row);
        return true;
    }

    private static async Task<ExpiredLeases?> ResolveAsync(Database.Work work, IReadOnlyList<long> ids, HashSet<long> known)
    {
        if (await Waiters.LockAsync(work, ids, ids, known) is not { } locked)
            return null;
        var now = await work.FindAsync<long>(d => $"SELECT {d.Now}");
        // Another sweep may have been faster, and the row may have a new lease by now.
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
                PlannedEnd.LookAdvice);
        }

        // As if the worker had given it back.
        var end = PlannedEnd.Of(row, new InvitationChange { State = InvitationState.Pending, Reason = "Its worker ended before it was sent; it waits again." });
        return (end.State, end.Reason, end.Advice);
    }

    private static async Task NoteAsync(Database.Work work, InvitationRecord row, InvitationChange end)
    {
        var by = row.LeasedBy ?? "worker";
        if (PlannedEnd.IsNothingNew(row, end))
        {
            // A row that is held for weeks is looked at every hour: the lines would tell the same over and over.
            await work.ExecuteAsync(
                _ => "DELETE FROM CustomerRadar_History WHERE InvitationId = @Id AND At = @ChangedAt AND ToState = 'Sending'", new { row.Id, row.ChangedAt });
            return;
        }

        await HistoryAsync(work, row.Id, row.State, end.State.ToString(), by, end.Reason);
        if (row.CancelRequested is not null && row.RequestStartedAt is not null && end.State is InvitationState.Accepted or InvitationState.Unconfirmed)
            await HistoryAsync(work, row.Id, end.State.ToString(), end.State.ToString(), by, $"Cancelled after it was sent: {row.CancelRequested}");
    }

    private static Task<int> WriteAsync(Database.Work work, InvitationRecord row, InvitationChange end) => work.ExecuteAsync(
        d => $"""
        UPDATE CustomerRadar_Invitation
        SET State = @state, Reason = @reason, Advice = @advice, Reference = @reference, Status = @status, Code = @code, ChangedAt = {d.Now}, LeaseUntil = NULL,
            LeaseId = CASE WHEN @state = 'Unconfirmed' THEN LeaseId ELSE NULL END,
            RequestStartedAt = CASE WHEN @state = 'Pending' THEN NULL ELSE RequestStartedAt END,
            DueAt = CASE WHEN @state = 'Pending' THEN COALESCE(@deferUntil, {d.Now} + @retryIn) ELSE DueAt END,
            HeldBy = @heldBy, BlockedBy = @blockedBy, CancelCause = CASE WHEN @state = 'Cancelled' THEN @cause ELSE CancelCause END,
            Retries = CASE WHEN @startsOver = 1 THEN 0 ELSE Retries + @inTrouble END,
            TroubleSince = CASE WHEN @startsOver = 1 THEN NULL WHEN @inTrouble = 1 THEN COALESCE(TroubleSince, {d.Now}) ELSE TroubleSince END
        WHERE Id = @id
        """,
        new
        {
            id = row.Id,
            state = end.State.ToString(),
            reason = Column.Cut(end.Reason, Column.Reason),
            advice = Column.Cut(end.Advice, Column.Reason),
            reference = Column.Cut(end.Reference, Column.Short),
            status = end.Status,
            code = Column.Cut(end.Code, Column.Short),
            heldBy = end.State == InvitationState.Pending ? end.HeldBy?.ToString() : null,
            blockedBy = end.State == InvitationState.Pending ? end.BlockedBy?.Value : null,
            cause = end.Cause.ToString(),
            deferUntil = end.DeferUntil?.Milliseconds(),
            retryIn = (end.RetryIn ?? TimeSpan.Zero).Milliseconds(),
            inTrouble = end.InTrouble ? 1 : 0,
            startsOver = end.StartsOver ? 1 : 0,
        });

    private static Task<int> HistoryAsync(Database.Work work, long id, string from, string to, string by, string why) => work.ExecuteAsync(
        d => $"INSERT INTO CustomerRadar_History (InvitationId, At, FromState, ToState, ByWhom, Why) VALUES (@id, {d.Now}, @from, @to, @by, @why)",
        new { id, from, to, by, why = Column.Cut(why, Column.Reason) });
}
