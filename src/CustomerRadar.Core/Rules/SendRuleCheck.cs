using CustomerRadar.Core.Rules.Internal;

namespace CustomerRadar.Core.Rules;

/// <summary>What has to be right about a send rule before it is saved. Pure.</summary>
public static class SendRuleCheck
{
    /// <summary>What is wrong with a rule in itself, in the order of its members; empty when nothing is.</summary>
    public static IReadOnlyList<RuleFault> Of(SendRule rule) => [.. RuleFaults.Of(rule)];

    /// <summary>The same, and every field that nobody knows, with the nearest known name.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="knownFields">The fields that the platform can give. Case counts.</param>
    /// <param name="families">
    /// The starts of fields whose further name is the merchant's own, for example <c>Order.CheckoutAttribute.</c>; null for none.
    /// </param>
    public static IReadOnlyList<RuleFault> Of(SendRule rule, IReadOnlySet<string> knownFields, IReadOnlyCollection<string>? families = null) =>
        [.. RuleFaults.Of(rule), .. FieldsOf(rule, knownFields, families)];

    /// <summary>Only the fields that nobody knows, for a rule whose other members are looked at elsewhere.</summary>
    public static IReadOnlyList<RuleFault> FieldsOf(SendRule rule, IReadOnlySet<string> knownFields, IReadOnlyCollection<string>? families = null) =>
        [.. UnknownFields.Of(rule, knownFields, families ?? [])];
}
