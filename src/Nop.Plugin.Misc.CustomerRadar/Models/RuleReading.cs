using CustomerRadar.Core.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Models;

/// <summary>What reading the rule's fields gave.</summary>
/// <param name="Rule">The rule; null with a fault, and for a rule that was never filled in.</param>
/// <param name="Faults">What is wrong, by field.</param>
public sealed record RuleReading(SendRule? Rule, IReadOnlyList<(string Field, string Fault)> Faults);
