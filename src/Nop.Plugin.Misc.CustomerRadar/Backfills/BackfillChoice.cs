namespace Nop.Plugin.Misc.CustomerRadar.Backfills;

/// <summary>A rule and a store that it serves.</summary>
/// <param name="Value">As the form posts it.</param>
/// <param name="Rule">The rule's name.</param>
/// <param name="Store">The store's name.</param>
public sealed record BackfillChoice(string Value, string Rule, string Store);
