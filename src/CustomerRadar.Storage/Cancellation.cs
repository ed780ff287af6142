using CustomerRadar.Core.Invitations;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>Cancels rows, or asks their workers to. What was sent already gets a note, once.</summary>
internal sealed class Cancellation(Database database)
{
    public Task<int> CancelAsync(StoreKey store, SubjectKey subject, string reason, string by, CancellationToken cancellationToken) => CancelAsync(
        "StoreKey = @Store AND Subject = @Subject AND CancelRequested IS NULL",
        new Values(reason, by) { Store = store.ToString(), Subject = subject.ToString() },
        cancellationToken);

    public Task<int> CancelAllAsync(string reason, string by, CancellationToken cancellationToken) => CancelAsync(
        "State IN ('Pending', 'Sending') AND CancelRequested IS NULL", new Values(reason, by), cancellationToken);

    private Task<int> CancelAsync(string which, Values values, CancellationToken cancellationToken) => database.InTransactionAsync(
        async work =>
        {
            // Locked in one order, so that two cancellations never wait for each other.
            await work.QueryAsync<long>(d => d.Lock("Id", "CustomerRadar_Invitation", $"WHERE {which} ORDER BY Id"), values);
            await work.ExecuteAsync(
                d => $"""
                INSERT INTO CustomerRadar_History (InvitationId, At, FromState, ToState, ByWhom, Why)
                SELECT Id, {d.Now}, State, CASE WHEN State = 'Pending' THEN 'Cancelled' ELSE State END, @By,
                    CASE WHEN State = 'Pending' THEN @Reason WHEN State = 'Sending' THEN @Requested ELSE @TooLate END
                FROM CustomerRadar_Invitation
                WHERE {which} AND State IN ('Pending', 'Sending', 'Accepted', 'Unconfirmed') ORDER BY Id
                """,
                values);
            var cancelled = await work.ExecuteAsync(
                d => $"UPDATE CustomerRadar_Invitation SET State = 'Cancelled', Reason = @Reason, Advice = NULL, CancelRequested = @Reason, ChangedAt = {d.Now} WHERE {which} AND State = 'Pending'",
                values);
            await work.ExecuteAsync(_ => $"UPDATE CustomerRadar_Invitation SET CancelRequested = @Reason WHERE {which}", values);
            return cancelled;
        },
        cancellationToken);

    private sealed class Values(string reason, string by)
    {
        public string Reason { get; } = Column.Cut(reason, Column.Reason)!;

        public string Requested { get; } = Column.Cut($"Cancellation asked for: {reason}", Column.Reason)!;

        public string TooLate { get; } = Column.Cut($"Cancelled after it was sent: {reason}", Column.Reason)!;

        public string By { get; } = Column.Cut(by, Column.Short)!;

        public string? Store { get; init; }

        public string? Subject { get; init; }
    }
}
