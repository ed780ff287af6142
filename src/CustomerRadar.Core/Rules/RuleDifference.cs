using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Rules;

/// <summary>What makes two rules of one key different. Pure.</summary>
public static class RuleDifference
{
    /// <summary>The members that are not the same, by the names of the rule's document and in its order; empty when the rules are the same.</summary>
    public static IReadOnlyList<string> Of(SendRule before, SendRule after)
    {
        var (one, other) = (SendRuleDocument.Write(before), SendRuleDocument.Write(after));
        return [.. one.Properties().Concat(other.Properties()).Select(member => member.Name).Distinct(StringComparer.Ordinal).Where(name => !JToken.DeepEquals(one[name], other[name]))];
    }
}
