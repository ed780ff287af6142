namespace CustomerRadar.Core.Rules;

/// <summary>A stored rule that cannot be read any more: changed by hand, or written by a newer version. It is kept, and what waits under it is held.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name when it was saved.</param>
/// <param name="Definition">Its document as it is stored.</param>
/// <param name="Faults">What is wrong with it, each with its place.</param>
public sealed record UnreadableRule(RuleKey Key, string Name, string Definition, IReadOnlyList<string> Faults);
