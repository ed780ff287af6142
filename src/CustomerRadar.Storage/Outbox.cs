using CustomerRadar.Core.Invitations;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>The outbox in SQL: planning and leasing. What ends a lease is in <see cref="LeaseEnd"/>, what a person or a shop asks for in <see cref="Cancellation"/>.</summary>
internal sealed class Outbox(Database database, LeaseEnd leaseEnd, Cancellation cancellation) : IOutbox
{
    private static readonly TimeSpan AddPatience = TimeSpan.FromSeconds(2);

    private string Now => database.Dialect.Now;

    /// <inheritdoc/>
    public async Task<PlanResult> AddAsync(PlannedInvitation planned, CancellationToken cancellationToken)
    {
        var interaction = planned.Interaction;
        var due = planned.DueAt.Milliseconds();
        // Waiting for a connection counts too: this may be the thread of a checkout.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(AddPatience);
        try
        {
            var id = await database.WriteAsync<long?>(
                $"""
                INSERT INTO CustomerRadar_Invitation
                    (StoreKey, RuleKey, Subject, ConnectionKey, TriggerName, Origin, State, OccurredAt, CreatedAt, ChangedAt, FirstDueAt, DueAt, Attempts, Retries)
                VALUES (@store, @rule, @subject, @connection, @trigger, @origin, 'Pending', @occurredAt, {Now}, {Now}, @due, @due, 0, 0)
                ON CONFLICT (StoreKey, Subject, RuleKey) DO NOTHING
                RETURNING Id
                """,
                new
                {
                    store = interaction.Store.ToString(),
                    rule = planned.Rule.ToString(),
                    subject = interaction.Subject.ToString(),
                    connection = planned.Connection.ToString(),
                    trigger = interaction.Trigger.ToString(),
                    origin = interaction.Origin.ToString(),
                    occurredAt = interaction.OccurredAt.Milliseconds(),
                    due,
                },
                (int)AddPatience.TotalSeconds,
                patience.Token);
            return new PlanResult(id is { } number ? new InvitationId(number) : null, planned);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The database did not take the row within {AddPatience.TotalSeconds} seconds.");
        }
    }

    /// <inheritdoc/>
    public async Task<LeasedInvitation?> LeaseAsync(InvitationId id, TimeSpan length, string worker, CancellationToken cancellationToken) =>
        (await LeaseAsync(
            $"Id = @Id AND State = 'Pending' AND DueAt <= {Now}",
            new LeaseValues(length, worker) { Id = id.Value, AtMost = 1 },
            cancellationToken)).SingleOrDefault();

    /// <inheritdoc/>
    public Task<IReadOnlyList<LeasedInvitation>> LeaseDueAsync(
        int atMost, TimeSpan overdueBy, TimeSpan length, string worker, CancellationToken cancellationToken) =>
        LeaseAsync(
            $"State = 'Pending' AND DueAt <= {Now} - @Overdue",
            new LeaseValues(length, worker) { AtMost = atMost, Overdue = overdueBy.Milliseconds() },
            cancellationToken);

    /// <inheritdoc/>
    public async Task<RequestStart> MarkRequestStartedAsync(Lease lease, TimeSpan needed, CancellationToken cancellationToken)
    {
        var values = new { id = lease.Invitation.Value, lease = lease.Id.ToString("D"), needed = needed.Milliseconds() };
        var marked = await database.ExecuteAsync(
            $"""
            UPDATE CustomerRadar_Invitation SET RequestStartedAt = {Now}, ChangedAt = {Now}, Attempts = Attempts + 1
            WHERE Id = @id AND LeaseId = @lease AND State = 'Sending' AND CancelRequested IS NULL AND LeaseUntil >= {Now} + @needed
            """,
            values,
            cancellationToken);
        if (marked == 1)
            return RequestStart.Marked;

        var row = await database.FindAsync<InvitationRecord>(
            "SELECT * FROM CustomerRadar_Invitation WHERE Id = @id AND LeaseId = @lease AND State = 'Sending'", values, cancellationToken);
        return row is null ? RequestStart.LeaseLost
            : row.CancelRequested is not null ? RequestStart.CancelRequested
            : RequestStart.LeaseTooShort;
    }

    /// <inheritdoc/>
    public Task<bool> CompleteAsync(Lease lease, InvitationChange change, CancellationToken cancellationToken) =>
        leaseEnd.CompleteAsync(lease, change, cancellationToken);

    /// <inheritdoc/>
    public Task<ExpiredLeases> ResolveExpiredAsync(int atMost, CancellationToken cancellationToken) => leaseEnd.ResolveExpiredAsync(atMost, cancellationToken);

    /// <inheritdoc/>
    public Task<int> CancelAsync(StoreKey store, SubjectKey subject, string reason, string by, CancellationToken cancellationToken) =>
        cancellation.CancelAsync(store, subject, reason, by, cancellationToken);

    /// <inheritdoc/>
    public Task<int> CancelAllAsync(string reason, string by, CancellationToken cancellationToken) =>
        cancellation.CancelAllAsync(reason, by, cancellationToken);

    private Task<IReadOnlyList<LeasedInvitation>> LeaseAsync(string which, LeaseValues values, CancellationToken cancellationToken) =>
        database.InTransactionAsync<IReadOnlyList<LeasedInvitation>>(
            async work =>
            {
                // First the rows, then the change: a subquery with LIMIT and locks may be run more than once, and MySQL refuses it.
                values.Ids = await work.QueryAsync<long>(
                    $"SELECT Id FROM CustomerRadar_Invitation WHERE {which} ORDER BY DueAt LIMIT @AtMost {database.Dialect.SkipLocked}", values);
                if (values.Ids.Count == 0)
                    return [];

                await work.ExecuteAsync(
                    $"""
                    UPDATE CustomerRadar_Invitation
                    SET State = 'Sending', LeaseId = @Lease, LeasedBy = @Worker, LeaseUntil = {Now} + @Length, RequestStartedAt = NULL, ChangedAt = {Now}
                    WHERE {database.Dialect.OneOf("Id", "@Ids")}
                    """,
                    values);
                await work.ExecuteAsync(
                    """
                    INSERT INTO CustomerRadar_History (InvitationId, At, FromState, ToState, ByWhom, Why)
                    SELECT Id, ChangedAt, 'Pending', 'Sending', @Worker, 'taken to be sent' FROM CustomerRadar_Invitation WHERE LeaseId = @Lease ORDER BY Id
                    """,
                    values);
                var rows = await work.QueryAsync<InvitationRecord>("SELECT * FROM CustomerRadar_Invitation WHERE LeaseId = @Lease ORDER BY DueAt, Id", values);
                return [.. rows.Select(row => row.Leased())];
            },
            cancellationToken);

    private sealed class LeaseValues(TimeSpan length, string worker)
    {
        public string Lease { get; } = Guid.NewGuid().ToString("D");

        public long Length { get; } = length.Milliseconds();

        public string Worker { get; } = Column.Cut(worker, Column.Short)!;

        public long Id { get; init; }

        public int AtMost { get; init; }

        public long Overdue { get; init; }

        public IReadOnlyList<long> Ids { get; set; } = [];
    }
}
