using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Pauses;

namespace CustomerRadar.Storage.Internal;

/// <summary>The scopes in trouble, as a condition on rows. Few, so they are read first and named in the statement.</summary>
internal sealed class ClosedScopes
{
    private readonly Dictionary<string, Row> _known;

    private ClosedScopes(IReadOnlyList<Row> rows)
    {
        _known = rows.ToDictionary(row => row.Scope);
        Scopes = [.. rows.Where(row => row.Closed == 1).Select(row => row.Scope)];
        GivenUp = [.. rows.Where(row => row is { Closed: 1, GivenUp: 1 }).Select(row => row.Scope)];
        Connections = [.. Scopes.Select(scope => PauseScope.Stored(scope).Connection?.ToString()).OfType<string>()];
    }

    /// <summary>Those that are closed now, for rows that one of them held.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>The connections among them.</summary>
    public IReadOnlyList<string> Connections { get; }

    /// <summary>Those that an outage has closed for so long that their rows are given up (<see cref="RetrySchedule.GiveUpAfter"/>).</summary>
    public IReadOnlyList<string> GivenUp { get; }

    /// <summary>True when nothing may be sent at all.</summary>
    public bool CoverAll => PauseScope.Everything.Any(scope => Scopes.Contains(scope.ToString()));

    public static async Task<ClosedScopes> ReadAsync(Database.Work work) => new(await work.QueryAsync<Row>(
        d => $"""
        SELECT Scope, Cause, Reason, Advice, CASE WHEN ClosedUntil > {d.Now} THEN 1 ELSE 0 END AS Closed,
            CASE WHEN Cause = @trouble AND Since <= {d.Now} - @longest THEN 1 ELSE 0 END AS GivenUp
        FROM CustomerRadar_Connection WHERE ClosedUntil IS NOT NULL
        """,
        new { trouble = nameof(PauseCause.Trouble), longest = RetrySchedule.GiveUpAfter.Milliseconds() }));

    /// <summary>The rows that none of the closed ones covers; the lists are @Scopes and @Connections.</summary>
    public string Open(Dialect d)
    {
        var open = Scopes.Count == 0 ? "" : $" AND (HeldBy IS NULL OR NOT ({d.OneOf("HeldBy", "@Scopes")}))";
        return Connections.Count == 0 ? open : $"{open} AND NOT ({d.OneOf("ConnectionKey", "@Connections")})";
    }

    /// <summary>True when one row may try whether the scope is well again, and no more than one.</summary>
    public bool WantsProbe(string scope) => _known.TryGetValue(scope, out var row) && row.Closed == 0;

    /// <summary>What a row that the scope holds is to say.</summary>
    public (string? Reason, string? Advice) Words(string scope) => (_known[scope].Reason, _known[scope].Advice);

    /// <summary>True when it is closed for want of answers: then the trouble of a row goes on while it is held.</summary>
    public bool IsOutage(string scope) => _known[scope].Cause == nameof(PauseCause.Trouble);

    private sealed class Row
    {
        public string Scope { get; set; } = "";

        public string? Cause { get; set; }

        public string? Reason { get; set; }

        public string? Advice { get; set; }

        public int Closed { get; set; }

        public int GivenUp { get; set; }
    }
}
