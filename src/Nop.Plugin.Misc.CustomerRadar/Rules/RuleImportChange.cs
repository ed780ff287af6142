using CustomerRadar.Core.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Rules;

/// <summary>What an import does to one rule.</summary>
/// <param name="Key">The rule.</param>
/// <param name="Name">Its name: the new one of a rule that is saved.</param>
/// <param name="Kind">What becomes of it.</param>
/// <param name="After">As it is to be saved; null when nothing is.</param>
/// <param name="Waiting">How many invitations wait under it. Counted only where something becomes of them.</param>
public sealed record RuleImportChange(RuleKey Key, string Name, RuleImportKind Kind, SendRule? After = null, int Waiting = 0)
{
    /// <summary>For a changed rule, the members that are not the same, as the document names them.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>True when what is stored under the key cannot be read.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>True when what waits has another due time by the new rule: the merchant says what becomes of it.</summary>
    public bool IsMoved { get; init; }

    /// <summary>True when what waits is skipped, since the rule is for another trigger, or does not serve its store any more.</summary>
    public bool SkipsWaiting { get; init; }

    /// <summary>True when what waits is held: the rule is switched off.</summary>
    public bool HoldsWaiting => After is { Enabled: false };

    /// <summary>The names of the stores that a rule for all stores leaves out, since their client at Customer Radar is another.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>True when no store that the rule is for has a connection.</summary>
    public bool ServesNobody { get; init; }
}
