using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>
/// Cancels rows, or asks their workers to. What was sent already gets a note, once. The rows are looked for first and then locked by their
/// numbers, in order, whatever index found them (<see cref="Waiters"/>).
/// </summary>
internal sealed class Cancellation(Database database)
{
    private const int PageSize = 500;

    public Task<int> CancelAsync(StoreKey store, SubjectKey subject, string reason, string by, CancellationToken cancellationToken) => CancelAsync(
        "StoreKey = @store AND Subject = @subject AND CancelRequested IS NULL",
        new { store = store.ToString(), subject = subject.ToString() },
        new CancelWish(CancelCause.Subject, reason, by),
        cancellationToken);

    public Task<int> CancelAllAsync(string reason, string by, CancellationToken cancellationToken) => CancelAsync(
        "State IN ('Pending', 'Sending') AND CancelRequested IS NULL",
        null,
        new CancelWish(CancelCause.Operator, reason, by) { OnlyWaiting = true },
        cancellationToken);

    public Task<int> CancelRuleAsync(RuleKey rule, string by, CancellationToken cancellationToken) => CancelAsync(
        "RuleKey = @rule AND State IN ('Pending', 'Sending') AND CancelRequested IS NULL",
        new { rule = rule.ToString() },
        new CancelWish(CancelCause.Rule, "Its send rule was deleted.", by) { OnlyWaiting = true },
        cancellationToken);

    /// <summary>Cancels these rows, each page in a transaction of its own.</summary>
    public async Task<CancelCount> CancelAsync(IReadOnlyList<long> ids, CancelWish wish, CancellationToken cancellationToken)
    {
        var total = new CancelCount(0, 0);
        foreach (var page in ids.Order().Chunk(PageSize))
        {
            var known = new HashSet<long>();
            CancelCount? count;
            while ((count = await database.InTransactionAsync(work => CancelAsync(work, page, wish, known), cancellationToken)) is null)
            {
                // Another row has begun to wait for one of these.
            }

            total = new CancelCount(total.Cancelled + count.Cancelled, total.Requested + count.Requested);
        }

        return total;
    }

    private async Task<int> CancelAsync(string which, object? values, CancelWish wish, CancellationToken cancellationToken)
    {
        var ids = await database.QueryAsync<long>(_ => $"SELECT Id FROM CustomerRadar_Invitation WHERE {which}", values, cancellationToken);
        return (await CancelAsync(ids, wish, cancellationToken)).Cancelled;
    }

    private static async Task<CancelCount?> CancelAsync(Database.Work work, IReadOnlyCollection<long> ids, CancelWish wish, HashSet<long> known)
    {
        if (await Waiters.LockAsync(work, ids, ids, known) is not { } locked)
            return null;
        var rows = locked.Where(row => ids.Contains(row.Id) && row.CancelRequested is null).ToLookup(row => row.StateValue, row => row.Id);
        // Sent before, with no answer: cancelling it does not undo that.
        var doubtful = locked.Where(row => row.InDoubt == 1).Select(row => row.Id).Intersect(rows[InvitationState.Pending]).ToList();
        var pending = rows[InvitationState.Pending].Except(doubtful).ToList();
        var sending = rows[InvitationState.Sending].ToList();
        await NoteAsync(work, pending, InvitationState.Cancelled, wish.By, wish.Reason);
        await NoteAsync(work, sending, null, wish.By, wish.Requested);
        if (pending.Count > 0)
        {
            await work.ExecuteAsync(
                d => $"""
                UPDATE CustomerRadar_Invitation
                SET State = 'Cancelled', Reason = @Reason, Advice = NULL, HeldBy = NULL, BlockedBy = NULL, ChangedAt = {d.Now}
                WHERE {d.OneOf("Id", "@pending")}
                """,
                new { wish.Reason, pending });
        }

        if (doubtful.Count > 0)
        {
            await NoteAsync(work, doubtful, InvitationState.Unconfirmed, wish.By, wish.InDoubt);
            await work.ExecuteAsync(
                d => $"""
                UPDATE CustomerRadar_Invitation
                SET State = 'Unconfirmed', Reason = @InDoubt, Advice = @advice, HeldBy = NULL, BlockedBy = NULL, ChangedAt = {d.Now}
                WHERE {d.OneOf("Id", "@doubtful")}
                """,
                new { wish.InDoubt, advice = PlannedEnd.LookAdvice, doubtful });
        }

        List<long> asked = [.. pending, .. doubtful, .. sending];
        if (!wish.OnlyWaiting)
        {
            List<long> sent = [.. rows[InvitationState.Accepted], .. rows[InvitationState.Unconfirmed]];
            await NoteAsync(work, sent, null, wish.By, wish.TooLate);
            // One that is cancelled already keeps its cause.
            asked = [.. asked, .. sent, .. rows[InvitationState.Failed], .. rows[InvitationState.Skipped]];
        }

        if (asked.Count > 0)
        {
            await work.ExecuteAsync(
                d => $"UPDATE CustomerRadar_Invitation SET CancelRequested = @Reason, CancelCause = @cause WHERE {d.OneOf("Id", "@asked")}",
                new { wish.Reason, cause = wish.Cause.ToString(), asked });
        }

        await Waiters.WakeAsync(work, locked, [.. pending, .. doubtful]);
        return new CancelCount(pending.Count + doubtful.Count, sending.Count);
    }

    // Null: the row stays in its state, and the line is a note.
    private static async Task NoteAsync(Database.Work work, List<long> ids, InvitationState? to, string by, string why)
    {
        if (ids.Count == 0)
            return;
        await work.ExecuteAsync(
            d => $"""
            INSERT INTO CustomerRadar_History (InvitationId, At, FromState, ToState, ByWhom, Why)
            SELECT Id, {d.Now}, State, {(to is null ? "State" : "@to")}, @by, @why FROM CustomerRadar_Invitation WHERE {d.OneOf("Id", "@ids")}
            """,
            new { ids, to = to?.ToString(), by, why });
    }
}
