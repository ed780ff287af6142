using CustomerRadar.Core.Invitations;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>Reads the lines of history of all rows, in the order of their numbers.</summary>
internal sealed class Outcomes(Database database) : IOutcomes
{
    /// <inheritdoc/>
    public Task<long> NewestAsync(TimeSpan age, CancellationToken cancellationToken) => database.FindAsync<long>(
        d => $"SELECT COALESCE(MAX(Id), 0) FROM CustomerRadar_History WHERE At <= {d.Now} - @age", new { age = age.Milliseconds() }, cancellationToken);

    /// <inheritdoc/>
    public async Task<OutcomePage> AfterAsync(long mark, TimeSpan settled, int atMost, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atMost, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(atMost, 500);
        // Every line, not only those that matter: else what lies between two of them would be read again each time.
        var lines = await database.QueryAsync<Line>(
            d => $"""
            SELECT h.Id, h.At, h.FromState, h.ToState, h.Why, i.StoreKey, i.Subject, i.State, i.Advice, i.Reference
            FROM CustomerRadar_History h INNER JOIN CustomerRadar_Invitation i ON i.Id = h.InvitationId
            WHERE h.Id > @mark AND h.At <= {d.Now} - @settled
            ORDER BY h.Id {d.First("@atMost")}
            """,
            new { mark, settled = settled.Milliseconds(), atMost },
            cancellationToken);
        return new OutcomePage(
            [.. lines.Select(line => line.Outcome()).OfType<Outcome>()], lines.Count == 0 ? mark : lines[^1].Id, lines.Count < atMost);
    }

    private sealed class Line
    {
        public long Id { get; set; }

        public long At { get; set; }

        public string? FromState { get; set; }

        public string ToState { get; set; } = "";

        public string Why { get; set; } = "";

        public string StoreKey { get; set; } = "";

        public string Subject { get; set; } = "";

        public string State { get; set; } = "";

        public string? Advice { get; set; }

        public string? Reference { get; set; }

        // A line that ends where it began is a note.
        public Outcome? Outcome() => FromState != ToState && Enum.Parse<InvitationState>(ToState) is var state && state.IsFinal()
            ? new Outcome(
                Id,
                Instants.At(At),
                Core.Invitations.StoreKey.Parse(StoreKey),
                SubjectKey.Parse(Subject),
                state,
                Why,
                State == ToState ? Advice : null,
                state == InvitationState.Accepted ? Reference : null)
            : null;
    }
}
