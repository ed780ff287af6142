using CustomerRadar.Core.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Rules;

/// <summary>The stored rules, to be shown.</summary>
/// <param name="Rules">Each with the name of its store; null for all stores.</param>
/// <param name="Unreadable">Those that cannot be read.</param>
public sealed record RuleList(IReadOnlyList<(SendRule Rule, string? Store)> Rules, IReadOnlyList<UnreadableRule> Unreadable);
