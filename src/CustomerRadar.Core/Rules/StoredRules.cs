namespace CustomerRadar.Core.Rules;

/// <summary>Everything that the storage has of rules.</summary>
/// <param name="Rules">Every rule that can be read, enabled or not, by name.</param>
/// <param name="Unreadable">The others.</param>
public sealed record StoredRules(IReadOnlyList<SendRule> Rules, IReadOnlyList<UnreadableRule> Unreadable);
