using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>
/// Drops what is kept of a person: finds the subjects by contact (what was reserved for it, what a webhook said of it) and by the shop's
/// customer number, then works through their rows.
/// </summary>
internal sealed class ErasedPerson(Database database, Cancellation cancellation)
{
    private const string Why = "The customer asked to be erased.";
    private const int PageSize = 500;

    public async Task<ErasureResult> EraseAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        var hashes = erasure.Contacts.Select(contact => contact.ToString()).Distinct(StringComparer.Ordinal).ToList();
        var rows = await FindRowsAsync(erasure, hashes, cancellationToken);
        var subjects = await FindSubjectsAsync(hashes, cancellationToken);
        var known = rows.Select(row => new SubjectName(row.StoreKey, row.Subject)).Concat(subjects).Distinct().ToList();
        var ids = new SortedSet<long>(rows.Select(row => row.Id));
        foreach (var subject in known)
        {
            ids.UnionWith(await database.QueryAsync<long>(
                _ => "SELECT Id FROM CustomerRadar_Invitation WHERE StoreKey = @StoreKey AND Subject = @Subject", subject, cancellationToken));
        }

        var wish = new CancelWish(CancelCause.Erasure, Why, erasure.By) { OnlyWaiting = true };
        var count = await cancellation.CancelAsync([.. ids], wish, cancellationToken);
        foreach (var page in ids.Chunk(PageSize))
            await database.InTransactionAsync(work => ForgetRowsAsync(work, page, wish.By), cancellationToken);
        var forgotten = 0;
        foreach (var subject in known)
            forgotten += await ForgetSubjectAsync(subject, cancellationToken);
        if (hashes.Count > 0)
            await database.ExecuteAsync(d => $"DELETE FROM CustomerRadar_Reservation WHERE {d.OneOf("ContactHash", "@hashes")}", new { hashes }, cancellationToken);
        return new ErasureResult(count.Cancelled + count.Requested, ids.Count, forgotten);
    }

    private async Task<IReadOnlyList<InvitationRecord>> FindRowsAsync(Erasure erasure, List<string> hashes, CancellationToken cancellationToken)
    {
        var reserved = hashes.Count == 0 ? [] : await database.QueryAsync<InvitationRecord>(
            d => $"SELECT i.* FROM CustomerRadar_Reservation r JOIN CustomerRadar_Invitation i ON i.Id = r.InvitationId WHERE {d.OneOf("r.ContactHash", "@hashes")}",
            new { hashes },
            cancellationToken);
        var planned = erasure.Customer is not { } customer ? [] : await database.QueryAsync<InvitationRecord>(
            _ => $"SELECT * FROM CustomerRadar_Invitation WHERE Customer = @customer{(erasure.Store is null ? "" : " AND StoreKey = @store")}",
            new { customer, store = erasure.Store?.ToString() },
            cancellationToken);
        return [.. reserved, .. planned];
    }

    private async Task<IReadOnlyList<SubjectName>> FindSubjectsAsync(List<string> hashes, CancellationToken cancellationToken) =>
        hashes.Count == 0 ? [] : await database.QueryAsync<SubjectName>(
            d => $"SELECT StoreKey, Subject FROM CustomerRadar_SubjectContact WHERE {d.OneOf("ContactHash", "@hashes")}", new { hashes }, cancellationToken);

    private static async Task<int> ForgetRowsAsync(Database.Work work, IReadOnlyList<long> page, string by)
    {
        var rows = await work.QueryAsync<InvitationRecord>(
            d => d.Lock("*", "CustomerRadar_Invitation", $"WHERE {d.OneOf("Id", "@page")} ORDER BY Id"), new { page });
        // One that is being sent is still told about by its worker, who then finds the wish to cancel.
        var ended = rows.Where(row => row.StateValue.IsFinal()).Select(row => row.Id).ToList();
        await work.ExecuteAsync(
            d => $"""
            UPDATE CustomerRadar_Invitation
            SET Customer = NULL, Note = NULL, CancelRequested = COALESCE(CancelRequested, @Why), CancelCause = 'Erasure'
            WHERE {d.OneOf("Id", "@page")}
            """,
            new { page, Why });
        if (ended.Count == 0)
            return 0;
        await work.ExecuteAsync(d => $"DELETE FROM CustomerRadar_History WHERE {d.OneOf("InvitationId", "@ended")}", new { ended });
        await work.ExecuteAsync(
            d => $"""
            INSERT INTO CustomerRadar_History (InvitationId, At, FromState, ToState, ByWhom, Why)
            SELECT Id, {d.Now}, State, State, @by, @Why FROM CustomerRadar_Invitation WHERE {d.OneOf("Id", "@ended")}
            """,
            new { ended, by, Why });
        return await work.ExecuteAsync(
            d => $"UPDATE CustomerRadar_Invitation SET Reason = @Why, Advice = NULL, Reference = NULL, Status = NULL, Code = NULL WHERE {d.OneOf("Id", "@ended")}",
            new { ended, Why });
    }

    private Task<int> ForgetSubjectAsync(SubjectName subject, CancellationToken cancellationToken) => database.InTransactionAsync(
        async work =>
        {
            await work.ExecuteAsync(_ => "DELETE FROM CustomerRadar_SubjectContact WHERE StoreKey = @StoreKey AND Subject = @Subject", subject);
            return await work.ExecuteAsync(
                _ => """
                UPDATE CustomerRadar_Subject SET Payload = NULL, StatusReason = NULL, Kept = 0
                WHERE StoreKey = @StoreKey AND Subject = @Subject AND Payload IS NOT NULL
                """,
                subject);
        },
        cancellationToken);
}
