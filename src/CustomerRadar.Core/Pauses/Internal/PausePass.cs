using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Pauses.Internal;

/// <summary>One row at the gate: its scopes and what was known of them.</summary>
internal sealed class PausePass(MarkedScope connection, MarkedScope rule, Lease lease, IReadOnlyList<Pause> known, long lookedAt)
{
    public PauseScope Connection { get; } = connection.Scope;

    public PauseScope Rule { get; } = rule.Scope;

    public IReadOnlyList<PauseScope> Scopes { get; } = [.. PauseScope.Everything, connection.Scope, rule.Scope];

    public Lease Lease { get; } = lease;

    /// <summary>What was known when the row came: a scope that is not here needs no write when all goes well.</summary>
    public IReadOnlyList<Pause> Known { get; } = known;

    /// <summary>When the row looked, by the monotonic clock.</summary>
    public long LookedAt { get; } = lookedAt;

    /// <summary>Scopes whose probe this row is, and has not answered for yet.</summary>
    public HashSet<PauseScope> Probes { get; } = [];

    public bool IsKnown(PauseScope scope) => Known.Any(pause => pause.Scope == scope);

    /// <summary>The mark of the settings that the row goes out under; no settings end what covers everything.</summary>
    public string SettingsOf(PauseScope scope) => scope == Rule ? rule.Settings : scope == Connection ? connection.Settings : "";
}
