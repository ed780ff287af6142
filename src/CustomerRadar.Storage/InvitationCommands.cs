using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using CustomerRadar.Storage.Internal;
using static CustomerRadar.Core.Invitations.InvitationState;

namespace CustomerRadar.Storage;

/// <summary>What a person or a shop asks of rows. Every change locks its row, looks at its state, and writes history.</summary>
internal sealed class InvitationCommands(Database database, Cancellation cancellation) : IInvitationCommands
{
    // Back in the queue as if it were new, but for what it knows of its past. A new lease gets a new id, so the answer of an old one counts no more.
    private const string Again = "State = 'Pending', Advice = NULL, LeaseId = NULL, LeaseUntil = NULL, RequestStartedAt = NULL, Retries = 0, TroubleSince = NULL, "
        + "HeldBy = NULL, BlockedBy = NULL, Reduced = 0";

    // A person who sends a row overrules the one who cancelled it; nobody overrules an erasure, a deleted rule, or an order that does not stand.
    private const string OverruleOperator = "CancelRequested = CASE WHEN CancelCause = 'Operator' THEN NULL ELSE CancelRequested END, "
        + "CancelCause = CASE WHEN CancelCause = 'Operator' THEN NULL ELSE CancelCause END";

    /// <inheritdoc/>
    public Task<CommandResult> RetryAsync(InvitationId id, string by, CancellationToken cancellationToken) => ChangeAsync(
        id,
        Failed,
        async (work, row) =>
        {
            await SetAsync(work, row, d => $"{Again}, {OverruleOperator}, DueAt = {d.Now}", Pending, "Tried again.", by);
            return CommandResult.Done;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> ResendAsync(InvitationId id, TimeSpan quietFor, string by, CancellationToken cancellationToken) => ChangeAsync(
        id,
        Unconfirmed,
        async (work, row) =>
        {
            if (await NowAsync(work) < (row.RequestStartedAt ?? row.ChangedAt) + quietFor.Milliseconds())
                return CommandResult.TooEarly;
            // The row forgets when its request started; its reservations count from there all the same.
            await work.ExecuteAsync(
                _ => "UPDATE CustomerRadar_Reservation SET TakenAt = @RequestStartedAt WHERE InvitationId = @Id AND TakenAt < @RequestStartedAt",
                new { row.Id, row.RequestStartedAt });
            await SetAsync(work, row, d => $"{Again}, {OverruleOperator}, InDoubt = 1, DueAt = {d.Now}", Pending, "Sent again: a new attempt.", by);
            return CommandResult.Done;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> MarkAcceptedAsync(InvitationId id, string by, CancellationToken cancellationToken) => ChangeAsync(
        id,
        Unconfirmed,
        async (work, row) =>
        {
            await SetAsync(work, row, _ => "State = 'Accepted', Advice = NULL, LeaseId = NULL", Accepted, "Found at Customer Radar, and marked as accepted.", by);
            return CommandResult.Done;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<CommandResult> CancelAsync(InvitationId id, string by, CancellationToken cancellationToken)
    {
        var wish = new CancelWish(CancelCause.Operator, "Cancelled by hand.", by) { OnlyWaiting = true };
        if (await cancellation.CancelAsync([id.Value], wish, cancellationToken) is { Cancelled: 0, Requested: 0 })
        {
            var row = await database.FindAsync<InvitationRecord>(_ => "SELECT * FROM CustomerRadar_Invitation WHERE Id = @id", new { id = id.Value }, cancellationToken);
            return row is null ? CommandResult.NotFound
                : row.StateValue == Sending && row.CancelRequested is not null ? CommandResult.Done
                : CommandResult.WrongState;
        }

        return CommandResult.Done;
    }

    /// <inheritdoc/>
    public Task<CommandResult> SendNowAsync(InvitationId id, bool confirmed, string by, CancellationToken cancellationToken) => ChangeAsync(
        id,
        Pending,
        async (work, row) =>
        {
            var why = confirmed ? "To be sent now, whatever age and cap say." : "To be sent now.";
            await SetAsync(
                work, row, d => $"SendNow = 1, Confirmed = {(confirmed ? "1" : "Confirmed")}, BlockedBy = NULL, {OverruleOperator}, DueAt = {d.Now}", Pending, why, by);
            return CommandResult.Done;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<InvitationId?> MoveAsync(PlannedInvitation moved, string by, CancellationToken cancellationToken)
    {
        var interaction = moved.Interaction;
        var id = await database.FindAsync<long?>(
            _ => "SELECT Id FROM CustomerRadar_Invitation WHERE StoreKey = @store AND Subject = @subject AND RuleKey = @rule AND State = 'Pending'",
            new { store = interaction.Store.ToString(), subject = interaction.Subject.ToString(), rule = moved.Rule.ToString() },
            cancellationToken);
        if (id is not { } found)
            return null;
        var known = new HashSet<long>();
        bool? done;
        while ((done = await database.InTransactionAsync(work => MoveAsync(work, found, moved, by, known), cancellationToken)) is null)
        {
            // Another row has begun to wait for this one.
        }

        return done.Value ? new InvitationId(found) : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<InvitationId>> ReviveAsync(StoreKey store, SubjectKey subject, string reason, string by, CancellationToken cancellationToken)
    {
        var ids = await database.QueryAsync<long>(
            _ => "SELECT Id FROM CustomerRadar_Invitation WHERE StoreKey = @store AND Subject = @subject AND (CancelCause = 'Subject' OR State = 'Sending')",
            new { store = store.ToString(), subject = subject.ToString() },
            cancellationToken);
        var revived = new List<InvitationId>();
        foreach (var id in ids.Order())
        {
            if (await database.InTransactionAsync(work => ReviveAsync(work, id, reason, by), cancellationToken))
                revived.Add(new InvitationId(id));
        }

        return revived;
    }

    /// <inheritdoc/>
    public Task<int> CancelRuleAsync(RuleKey rule, string by, CancellationToken cancellationToken) => cancellation.CancelRuleAsync(rule, by, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<InvitationRow>> WaitingAsync(RuleKey rule, InvitationId after, int atMost, CancellationToken cancellationToken) =>
    [
        .. (await database.QueryAsync<InvitationRecord>(
            d => $"SELECT * FROM CustomerRadar_Invitation WHERE RuleKey = @rule AND State = 'Pending' AND Id > @after ORDER BY Id {d.First("@atMost")}",
            new { rule = rule.ToString(), after = after.Value, atMost },
            cancellationToken)).Select(row => row.Row()),
    ];

    private static async Task<bool?> MoveAsync(Database.Work work, long id, PlannedInvitation moved, string by, HashSet<long> known)
    {
        if (await Waiters.LockAsync(work, [id], [id], known) is not { } locked)
            return null;
        var (occurredAt, due) = (moved.Interaction.OccurredAt.Milliseconds(), moved.DueAt.Milliseconds());
        if (locked.SingleOrDefault(row => row.Id == id) is not { StateValue: Pending } row || (row.OccurredAt == occurredAt && row.FirstDueAt == due))
            return false;

        // It was to be sent now for what had happened then, and what it met then is over.
        await work.ExecuteAsync(
            d => $"""
            UPDATE CustomerRadar_Invitation
            SET OccurredAt = @occurredAt, FirstDueAt = @due, DueAt = @due, SendNow = 0, Confirmed = 0, BlockedBy = NULL, Retries = 0, TroubleSince = NULL, ChangedAt = {d.Now}
            WHERE Id = @id
            """,
            new { id, occurredAt, due });
        await HistoryAsync(work, row, Pending, $"Moved: due at {moved.DueAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC.", by);
        await Waiters.LetGoAsync(work, locked, row);
        return true;
    }

    private static async Task<bool> ReviveAsync(Database.Work work, long id, string reason, string by)
    {
        var row = await LockAsync(work, id);
        if (row is null || (row.CancelCause ?? nameof(CancelCause.Subject)) != nameof(CancelCause.Subject))
            return false;
        if (row.StateValue == Cancelled)
        {
            await SetAsync(work, row, _ => $"{Again}, CancelRequested = NULL, CancelCause = NULL", Pending, reason, by);
            return true;
        }

        // A worker that has it may have read the subject before; that it comes back with a cancellation then counts no more.
        await work.ExecuteAsync(
            _ => "UPDATE CustomerRadar_Invitation SET CancelRequested = NULL, CancelCause = NULL, Revived = CASE WHEN State = 'Sending' THEN 1 ELSE 0 END WHERE Id = @id", new { id });
        if (row.CancelRequested is not null)
            await HistoryAsync(work, row, row.StateValue, reason, by);
        return false;
    }

    private Task<CommandResult> ChangeAsync(
        InvitationId id, InvitationState from, Func<Database.Work, InvitationRecord, Task<CommandResult>> change, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async work => await LockAsync(work, id.Value) is not { } row ? CommandResult.NotFound
                : row.StateValue != from ? CommandResult.WrongState
                : await change(work, row),
            cancellationToken);

    private static Task<InvitationRecord?> LockAsync(Database.Work work, long id) =>
        work.FindAsync<InvitationRecord>(d => d.Lock("*", "CustomerRadar_Invitation", "WHERE Id = @id"), new { id });

    private static Task<long> NowAsync(Database.Work work) => work.FindAsync<long>(d => $"SELECT {d.Now}");

    private static async Task SetAsync(Database.Work work, InvitationRecord row, Sql values, InvitationState to, string why, string by)
    {
        await work.ExecuteAsync(
            d => $"UPDATE CustomerRadar_Invitation SET {values(d)}, Reason = @reason, ChangedAt = {d.Now} WHERE Id = @Id",
            new { row.Id, reason = Column.Cut(why, Column.Reason) });
        await HistoryAsync(work, row, to, why, by);
    }

    private static Task<int> HistoryAsync(Database.Work work, InvitationRecord row, InvitationState to, string why, string by) => work.ExecuteAsync(
        d => $"INSERT INTO CustomerRadar_History (InvitationId, At, FromState, ToState, ByWhom, Why) VALUES (@Id, {d.Now}, @from, @to, @by, @why)",
        new { row.Id, from = row.State, to = to.ToString(), by = Column.Cut(by, Column.Short), why = Column.Cut(why, Column.Reason) });
}
