using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>
/// The outbox in SQL: planning, and the mark of a request. What takes a lease is in <see cref="Leasing"/>, what ends one in
/// <see cref="LeaseEnd"/>, what a person or a shop asks for in <see cref="Cancellation"/>.
/// </summary>
internal sealed class Outbox(Database database, Leasing leasing, LeaseEnd leaseEnd, Cancellation cancellation) : IOutbox
{
    private static readonly TimeSpan AddPatience = TimeSpan.FromSeconds(2);

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
                d => d.InsertNumberedIfAbsent(
                    "CustomerRadar_Invitation",
                    key: ["StoreKey", "Subject", "RuleKey"],
                    ("StoreKey", "@store"),
                    ("RuleKey", "@rule"),
                    ("Subject", "@subject"),
                    ("ConnectionKey", "@connection"),
                    ("TriggerName", "@trigger"),
                    ("Origin", "@origin"),
                    ("State", "'Pending'"),
                    ("OccurredAt", "@occurredAt"),
                    ("CreatedAt", d.Now),
                    ("ChangedAt", d.Now),
                    ("FirstDueAt", "@due"),
                    ("DueAt", "@due"),
                    ("Attempts", "0"),
                    ("Retries", "0"),
                    ("Customer", "@customer"),
                    ("Note", "@note")),
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
                    customer = Column.Cut(interaction.Customer, Column.Short),
                    note = Column.Cut(interaction.Note, Column.Note),
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
    public Task<LeasedInvitation?> LeaseAsync(InvitationId id, TimeSpan length, string worker, CancellationToken cancellationToken) =>
        leasing.LeaseAsync(id.Value, length, worker, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LeasedInvitation>> LeaseDueAsync(
        int atMost, TimeSpan overdueBy, TimeSpan length, string worker, CancellationToken cancellationToken) =>
        leasing.LeaseDueAsync(atMost, overdueBy, length, worker, cancellationToken);

    /// <inheritdoc/>
    public async Task<RequestStart> MarkRequestStartedAsync(
        Lease lease, TimeSpan needed, IReadOnlyCollection<PauseScope> scopes, CancellationToken cancellationToken)
    {
        var values = new
        {
            id = lease.Invitation.Value,
            lease = lease.Id.ToString("D"),
            probe = lease.Probe.ToString("D"),
            needed = needed.Milliseconds(),
            // No scope is spelled "", and a list must not be empty.
            scopes = scopes.Select(scope => scope.ToString()).DefaultIfEmpty("").ToList(),
        };
        // A pause that closes while this runs comes after it: then this request is one of those in flight, as it would be a moment earlier.
        var marked = await database.ExecuteAsync(
            d => $"""
            UPDATE CustomerRadar_Invitation SET RequestStartedAt = {d.Now}, ChangedAt = {d.Now}, Attempts = Attempts + 1
            WHERE Id = @id AND LeaseId = @lease AND State = 'Sending' AND CancelRequested IS NULL AND LeaseUntil >= {d.Now} + @needed
                AND NOT EXISTS (
                    SELECT 1 FROM CustomerRadar_Connection
                    WHERE {d.OneOf("Scope", "@scopes")} AND ClosedUntil IS NOT NULL AND (Probe IS NULL OR Probe <> @probe))
            """,
            values,
            cancellationToken);
        if (marked == 1)
            return RequestStart.Marked;

        var row = await database.FindAsync<Unmarked>(
            d => $"""
            SELECT CancelRequested, CASE WHEN LeaseUntil < {d.Now} + @needed THEN 1 ELSE 0 END AS TooShort
            FROM CustomerRadar_Invitation WHERE Id = @id AND LeaseId = @lease AND State = 'Sending'
            """,
            values,
            cancellationToken);
        return row is null ? RequestStart.LeaseLost
            : row.CancelRequested is not null ? RequestStart.CancelRequested
            : row.TooShort == 1 ? RequestStart.LeaseTooShort
            : RequestStart.Paused;
    }

    /// <inheritdoc/>
    public Task MarkNotTakenAsync(Lease lease, CancellationToken cancellationToken) => database.ExecuteAsync(
        _ => "UPDATE CustomerRadar_Invitation SET RequestStartedAt = NULL WHERE Id = @id AND LeaseId = @lease AND State = 'Sending'",
        new { id = lease.Invitation.Value, lease = lease.Id.ToString("D") },
        cancellationToken);

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

    private sealed class Unmarked
    {
        public string? CancelRequested { get; set; }

        public int TooShort { get; set; }
    }
}
