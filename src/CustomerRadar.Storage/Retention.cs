using CustomerRadar.Core.Rules;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>
/// What is dropped when its time is over. A row keeps its key and state as long as its rule exists, so that nobody is invited twice; what
/// holds it in reservations stays with it.
/// </summary>
internal sealed class Retention(Database database)
{
    // Unconfirmed ones are not among them: what they say is what somebody needs who decides about them.
    private const string Decided = "State IN ('Accepted', 'Skipped', 'Failed', 'Cancelled')";
    private const string Ended = "State IN ('Accepted', 'Skipped', 'Failed', 'Unconfirmed', 'Cancelled')";

    // A contact that has just come may be for a row that is still to be planned, or to stand up again.
    private static readonly TimeSpan Settled = TimeSpan.FromHours(6);

    /// <summary>Reduces rows that ended longer ago, but for those that somebody is to decide about, and deletes those of rules that are no more.</summary>
    public async Task<int> ReduceAsync(TimeSpan age, IReadOnlyCollection<RuleKey> rules, int atMost, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var rule in (await RulesOfRowsAsync(cancellationToken)).Except(rules.Select(rule => rule.ToString()), StringComparer.Ordinal))
        {
            if (done < atMost)
                done += await DeleteAsync(rule, age, atMost - done, cancellationToken);
        }

        return done < atMost ? done + await ReduceAsync(age, atMost - done, cancellationToken) : done;
    }

    /// <summary>Drops contact and fields of subjects that no row needs any more, and of those that never got a row and are old.</summary>
    public async Task<int> ForgetContactsAsync(TimeSpan age, int atMost, CancellationToken cancellationToken)
    {
        var subjects = await database.QueryAsync<SubjectName>(
            d => $"SELECT StoreKey, Subject FROM CustomerRadar_Subject WHERE Kept = 1 AND {IsNotNeeded(d)} ORDER BY StoreKey, Subject {d.First("@atMost")}",
            new { age = age.Milliseconds(), settled = Settled.Milliseconds(), atMost },
            cancellationToken);
        var forgotten = 0;
        foreach (var subject in subjects)
        {
            forgotten += await database.ExecuteAsync(
                d => $"UPDATE CustomerRadar_Subject SET Payload = NULL, Kept = 0 WHERE StoreKey = @StoreKey AND Subject = @Subject AND Kept = 1 AND {IsNotNeeded(d)}",
                new { age = age.Milliseconds(), settled = Settled.Milliseconds(), subject.StoreKey, subject.Subject },
                cancellationToken);
        }

        return forgotten;
    }

    private static string IsNotNeeded(Dialect d) => $"""
        PutAt < {d.Now} - @settled
        AND NOT EXISTS (
            SELECT 1 FROM CustomerRadar_Invitation i
            WHERE i.StoreKey = CustomerRadar_Subject.StoreKey AND i.Subject = CustomerRadar_Subject.Subject
                AND (i.State IN ('Pending', 'Sending') OR (i.State IN ('Failed', 'Unconfirmed') AND i.ChangedAt > {d.Now} - @age)))
        AND ((SourceVersion < {d.Now} - @age AND COALESCE(OccurredAt, SourceVersion) < {d.Now} - @age)
            OR EXISTS (
                SELECT 1 FROM CustomerRadar_Invitation i
                WHERE i.StoreKey = CustomerRadar_Subject.StoreKey AND i.Subject = CustomerRadar_Subject.Subject))
        """;

    // From key to key along the index, however many rows each rule has.
    private async Task<List<string>> RulesOfRowsAsync(CancellationToken cancellationToken)
    {
        var rules = new List<string>();
        while (await database.FindAsync<string>(
            _ => "SELECT MIN(RuleKey) FROM CustomerRadar_Invitation WHERE RuleKey > @last", new { last = rules.LastOrDefault() ?? "" }, cancellationToken) is { } next)
        {
            rules.Add(next);
        }

        return rules;
    }

    private Task<int> ReduceAsync(TimeSpan age, int atMost, CancellationToken cancellationToken) => database.InTransactionAsync(
        async work =>
        {
            var ids = await work.QueryAsync<long>(
                d => d.Take("@atMost", "Id", "CustomerRadar_Invitation", $"WHERE Reduced = 0 AND {Decided} AND ChangedAt < {d.Now} - @age ORDER BY ChangedAt"),
                new { atMost, age = age.Milliseconds() });
            foreach (var page in ids.Chunk(500))
            {
                await work.ExecuteAsync(
                    d => $"""
                    UPDATE CustomerRadar_Invitation
                    SET Reduced = 1, Reason = NULL, Advice = NULL, Reference = NULL, Status = NULL, Code = NULL, Note = NULL, Customer = NULL, LeasedBy = NULL
                    WHERE {d.OneOf("Id", "@page")}
                    """,
                    new { page });
                await work.ExecuteAsync(d => $"DELETE FROM CustomerRadar_History WHERE {d.OneOf("InvitationId", "@page")}", new { page });
            }

            return ids.Count;
        },
        cancellationToken);

    private async Task<int> DeleteAsync(string rule, TimeSpan age, int atMost, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        var deleted = await database.InTransactionAsync(
            async work =>
            {
                keys.Clear();
                var ids = await work.QueryAsync<long>(
                    d => d.Take("@atMost", "Id", "CustomerRadar_Invitation", $"WHERE RuleKey = @rule AND {Ended} AND ChangedAt < {d.Now} - @age ORDER BY Id"),
                    new { rule, atMost, age = age.Milliseconds() });
                foreach (var page in ids.Chunk(500))
                {
                    keys.AddRange(await work.QueryAsync<string>(
                        d => $"SELECT ReservationKey FROM CustomerRadar_Reservation WHERE {d.OneOf("InvitationId", "@page")}", new { page }));
                    await work.ExecuteAsync(d => $"DELETE FROM CustomerRadar_History WHERE {d.OneOf("InvitationId", "@page")}", new { page });
                    await work.ExecuteAsync(d => $"DELETE FROM CustomerRadar_Invitation WHERE {d.OneOf("Id", "@page")}", new { page });
                }

                return ids;
            },
            cancellationToken);
        foreach (var page in deleted.Chunk(500))
        {
            await database.ExecuteAsync(
                d => $"DELETE FROM CustomerRadar_Reservation WHERE {d.OneOf("InvitationId", "@page")}", new { page }, cancellationToken);
        }

        foreach (var key in keys.Distinct(StringComparer.Ordinal))
            await DropLockAsync(key, cancellationToken);
        return deleted.Count;
    }

    // Whoever waits for the lock finds it gone, and writes it anew (Reservations).
    private Task<int> DropLockAsync(string key, CancellationToken cancellationToken) => database.InTransactionAsync(
        async work =>
        {
            await work.FindAsync<long?>(d => d.Lock("InvitationId", "CustomerRadar_Reservation", "WHERE ReservationKey = @key AND InvitationId = 0"), new { key });
            return await work.FindAsync<int>(_ => "SELECT COUNT(*) FROM CustomerRadar_Reservation WHERE ReservationKey = @key AND InvitationId <> 0", new { key }) > 0
                ? 0
                : await work.ExecuteAsync(_ => "DELETE FROM CustomerRadar_Reservation WHERE ReservationKey = @key AND InvitationId = 0", new { key });
        },
        cancellationToken);
}
