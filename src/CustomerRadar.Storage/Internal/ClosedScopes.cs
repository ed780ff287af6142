using CustomerRadar.Core.Pauses;

namespace CustomerRadar.Storage.Internal;

/// <summary>The scopes that are closed now, as a condition on rows. Few, so they are read first and named in the statement.</summary>
internal sealed class ClosedScopes
{
    private ClosedScopes(IReadOnlyList<string> scopes)
    {
        Scopes = scopes;
        Connections = [.. scopes.Select(scope => PauseScope.Stored(scope).Connection?.ToString()).OfType<string>()];
    }

    /// <summary>All of them, for rows that one of them held.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>The connections among them.</summary>
    public IReadOnlyList<string> Connections { get; }

    /// <summary>True when nothing may be sent at all.</summary>
    public bool CoverAll => PauseScope.Everything.Any(scope => Scopes.Contains(scope.ToString()));

    public static async Task<ClosedScopes> ReadAsync(Database.Work work) =>
        new(await work.QueryAsync<string>(d => $"SELECT Scope FROM CustomerRadar_Connection WHERE ClosedUntil > {d.Now}"));

    /// <summary>The rows that none of them covers; the lists are @Scopes and @Connections.</summary>
    public string Open(Dialect d)
    {
        var open = Scopes.Count == 0 ? "" : $" AND (HeldBy IS NULL OR NOT ({d.OneOf("HeldBy", "@Scopes")}))";
        return Connections.Count == 0 ? open : $"{open} AND NOT ({d.OneOf("ConnectionKey", "@Connections")})";
    }
}
