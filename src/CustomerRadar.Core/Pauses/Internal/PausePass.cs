using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Pauses.Internal;

/// <summary>One row at the gate: its scopes and what was known of them.</summary>
internal sealed class PausePass(PauseScope connection, PauseScope rule, Lease lease, string settings, IReadOnlyList<Pause> known)
{
    public PauseScope Connection { get; } = connection;

    public PauseScope Rule { get; } = rule;

    public IReadOnlyList<PauseScope> Scopes { get; } = [.. PauseScope.Everything, connection, rule];

    public Lease Lease { get; } = lease;

    public string Settings { get; } = settings;

    /// <summary>What was known when the row came: a scope that is not here needs no write when all goes well.</summary>
    public IReadOnlyList<Pause> Known { get; } = known;

    /// <summary>Scopes whose probe this row is, and has not answered for yet.</summary>
    public HashSet<PauseScope> Probes { get; } = [];

    public bool IsKnown(PauseScope scope) => Known.Any(pause => pause.Scope == scope);
}
