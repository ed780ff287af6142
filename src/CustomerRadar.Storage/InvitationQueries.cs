using CustomerRadar.Core.Invitations;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>Reads the outbox for pages.</summary>
internal sealed class InvitationQueries(Database database) : IInvitationQueries
{
    /// <inheritdoc/>
    public async Task<Page<InvitationRow>> ListAsync(InvitationFilter filter, int page, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 500);
        var where = Where(filter);
        var values = new
        {
            state = filter.State?.ToString(),
            subject = filter.Subject?.ToString(),
            store = filter.Store?.ToString(),
            rule = filter.Rule?.ToString(),
            size,
            before = (page - 1L) * size,
            most = IInvitationQueries.MostCounted,
        };
        var rows = values.before >= IInvitationQueries.MostCounted ? [] : await database.QueryAsync<InvitationRecord>(
            d => $"SELECT * FROM CustomerRadar_Invitation{where} ORDER BY Id DESC {d.Page("@size", "@before")}", values, cancellationToken);
        var total = await database.FindAsync<int>(
            d => $"SELECT COUNT(*) FROM (SELECT Id FROM CustomerRadar_Invitation{where} ORDER BY Id DESC {d.First("@most")}) counted", values, cancellationToken);
        return new Page<InvitationRow>([.. rows.Select(row => row.Row())], page, size, total);
    }

    /// <inheritdoc/>
    public async Task<InvitationRow?> FindAsync(InvitationId id, CancellationToken cancellationToken) =>
        (await RecordAsync(id, cancellationToken))?.Row();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HistoryLine>> HistoryAsync(InvitationId id, CancellationToken cancellationToken)
    {
        if (await RecordAsync(id, cancellationToken) is not { } row)
            return [];
        var lines = await database.QueryAsync<HistoryRecord>(
            _ => "SELECT At, FromState, ToState, ByWhom, Why FROM CustomerRadar_History WHERE InvitationId = @id ORDER BY Id", new { id = id.Value }, cancellationToken);
        // The row itself says when it was written; the INSERT of a checkout writes no second line.
        var planned = new HistoryLine(Instants.At(row.CreatedAt), null, InvitationState.Pending, row.Origin, "planned");
        return [planned, .. lines.Select(line => line.Line())];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<InvitationState, int>> CountByStateAsync(CancellationToken cancellationToken) =>
        (await database.QueryAsync<StateCount>(
            d => string.Join(
                " UNION ALL ",
                Enum.GetNames<InvitationState>().Select(state =>
                    $"SELECT '{state}' AS State, COUNT(*) AS Total FROM (SELECT Id FROM CustomerRadar_Invitation WHERE State = '{state}' ORDER BY Id {d.First("@most")}) {state}Rows")),
            new { most = IInvitationQueries.MostCounted },
            cancellationToken))
        .Where(count => count.Total > 0)
        .ToDictionary(count => Enum.Parse<InvitationState>(count.State), count => count.Total);

    private Task<InvitationRecord?> RecordAsync(InvitationId id, CancellationToken cancellationToken) =>
        database.FindAsync<InvitationRecord>(_ => "SELECT * FROM CustomerRadar_Invitation WHERE Id = @id", new { id = id.Value }, cancellationToken);

    private static string Where(InvitationFilter filter)
    {
        var parts = new List<string>(4);
        if (filter.State is not null)
            parts.Add("State = @state");
        if (filter.Store is not null)
            parts.Add("StoreKey = @store");
        if (filter.Subject is not null)
            parts.Add("Subject = @subject");
        if (filter.Rule is not null)
            parts.Add("RuleKey = @rule");
        return parts.Count == 0 ? "" : " WHERE " + string.Join(" AND ", parts);
    }

    private sealed class StateCount
    {
        public string State { get; set; } = "";

        public int Total { get; set; }
    }

    private sealed class HistoryRecord
    {
        public long At { get; set; }

        public string? FromState { get; set; }

        public string ToState { get; set; } = "";

        public string ByWhom { get; set; } = "";

        public string Why { get; set; } = "";

        public HistoryLine Line() => new(
            Instants.At(At), FromState is null ? null : Enum.Parse<InvitationState>(FromState), Enum.Parse<InvitationState>(ToState), ByWhom, Why);
    }
}
