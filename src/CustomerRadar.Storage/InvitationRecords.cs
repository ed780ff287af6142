using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Rules;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>The outbox in bulk, for periodic work. What retention does is in <see cref="Retention"/>.</summary>
internal sealed class InvitationRecords(Database database, Retention retention) : IInvitationRecords
{
    private const int DayLength = 86_400_000;

    /// <inheritdoc/>
    public Task<IReadOnlySet<SubjectKey>> PlannedAsync(
        StoreKey store, RuleKey rule, IReadOnlyCollection<SubjectKey> subjects, CancellationToken cancellationToken) => FindAsync(
        d => $"SELECT Subject FROM CustomerRadar_Invitation WHERE StoreKey = @store AND RuleKey = @rule AND {d.OneOf("Subject", "@names")}",
        names => new { store = store.ToString(), rule = rule.ToString(), names },
        subjects,
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlySet<SubjectKey>> InvitedAsync(
        ConnectionKey connection, IReadOnlyCollection<SubjectKey> subjects, CancellationToken cancellationToken) => FindAsync(
        d => $"""
        SELECT Subject FROM CustomerRadar_Invitation
        WHERE ConnectionKey = @connection AND {d.OneOf("Subject", "@names")} AND State IN ('Pending', 'Sending', 'Accepted', 'Unconfirmed')
        """,
        names => new { connection = connection.ToString(), names },
        subjects,
        cancellationToken);

    /// <inheritdoc/>
    public Task<int> ReduceAsync(RetentionCut cut, IReadOnlyCollection<RuleKey> rules, int atMost, CancellationToken cancellationToken) =>
        retention.ReduceAsync(cut.Rows, rules, atMost, cancellationToken);

    /// <inheritdoc/>
    public Task<int> ForgetContactsAsync(RetentionCut cut, int atMost, CancellationToken cancellationToken) =>
        retention.ForgetContactsAsync(cut.Contacts, atMost, cancellationToken);

    /// <inheritdoc/>
    public async Task<TroubledRows> CountTroubledAsync(DateTimeOffset failedSince, int atMost, CancellationToken cancellationToken)
    {
        var counts = (await database.QueryAsync<Troubled>(
            d => $"""
            SELECT 'Failed' AS State, COUNT(*) AS Invitations FROM (
                SELECT Id FROM CustomerRadar_Invitation WHERE State = 'Failed' AND ChangedAt >= @since ORDER BY ChangedAt {d.First("@atMost")}) failed
            UNION ALL
            SELECT 'Unconfirmed', COUNT(*) FROM (SELECT Id FROM CustomerRadar_Invitation WHERE State = 'Unconfirmed' ORDER BY Id {d.First("@atMost")}) unconfirmed
            """,
            new { since = failedSince.Milliseconds(), atMost },
            cancellationToken)).ToDictionary(row => row.State, row => row.Invitations);
        return new TroubledRows(counts["Failed"], counts["Unconfirmed"]);
    }

    /// <inheritdoc/>
    public async Task RecountAsync(DateOnly from, CancellationToken cancellationToken)
    {
        var first = from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var counts = await database.QueryAsync<Count>(
            // Both values of Reduced, so that the index answers; the remainder is the same in every dialect, a division is not.
            d => $"""
            SELECT ChangedAt - ChangedAt % {DayLength} AS DayStart, ConnectionKey, RuleKey, State, COUNT(*) AS Invitations
            FROM CustomerRadar_Invitation
            WHERE Reduced IN (0, 1) AND ChangedAt >= @first AND State NOT IN ('Pending', 'Sending')
            GROUP BY ChangedAt - ChangedAt % {DayLength}, ConnectionKey, RuleKey, State
            ORDER BY DayStart, ConnectionKey, RuleKey, State
            """,
            new { first = new DateTimeOffset(first).Milliseconds() },
            cancellationToken);
        await database.InTransactionAsync(
            async work =>
            {
                await work.ExecuteAsync(_ => "DELETE FROM CustomerRadar_DailyCount WHERE DayNumber >= @day", new { day = from.DayNumber });
                foreach (var count in counts)
                {
                    await work.FindAsync<int?>(
                        d => d.Upsert(
                            "CustomerRadar_DailyCount",
                            ["DayNumber", "ConnectionKey", "RuleKey", "State"],
                            [
                                ("DayNumber", "@DayNumber"),
                                ("ConnectionKey", "@ConnectionKey"),
                                ("RuleKey", "@RuleKey"),
                                ("State", "@State"),
                                ("Invitations", "@Invitations"),
                            ]),
                        count);
                }

                return counts.Count;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DailyCount>> CountsAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
    [
        .. (await database.QueryAsync<Count>(
            _ => """
            SELECT DayNumber, ConnectionKey, RuleKey, State, Invitations FROM CustomerRadar_DailyCount
            WHERE DayNumber >= @first AND DayNumber <= @last ORDER BY DayNumber, ConnectionKey, RuleKey, State
            """,
            new { first = first.DayNumber, last = last.DayNumber },
            cancellationToken)).Select(count => count.Day()),
    ];

    private async Task<IReadOnlySet<SubjectKey>> FindAsync(
        Sql sql, Func<IReadOnlyList<string>, object> values, IReadOnlyCollection<SubjectKey> subjects, CancellationToken cancellationToken)
    {
        if (subjects.Count == 0)
            return new HashSet<SubjectKey>();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(subjects.Count, 500);
        var found = await database.QueryAsync<string>(sql, values([.. subjects.Select(subject => subject.ToString())]), cancellationToken);
        return found.Select(SubjectKey.Parse).ToHashSet();
    }

    private sealed class Troubled
    {
        public string State { get; set; } = "";

        public int Invitations { get; set; }
    }

    private sealed class Count
    {
        private static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

        public long DayStart
        {
            set => DayNumber = Epoch + (int)(value / DayLength);
        }

        public int DayNumber { get; set; }

        public string ConnectionKey { get; set; } = "";

        public string RuleKey { get; set; } = "";

        public string State { get; set; } = "";

        public int Invitations { get; set; }

        public DailyCount Day() => new(
            DateOnly.FromDayNumber(DayNumber),
            Core.Api.ConnectionKey.Parse(ConnectionKey),
            Core.Rules.RuleKey.Parse(RuleKey),
            Enum.Parse<InvitationState>(State),
            Invitations);
    }
}
