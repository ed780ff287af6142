using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Rules;

/// <summary>Everything that the storage has of rules.</summary>
/// <param name="Rules">Every rule that can be read, enabled or not, by name.</param>
/// <param name="Unreadable">The others.</param>
public sealed record StoredRules(IReadOnlyList<SendRule> Rules, IReadOnlyList<UnreadableRule> Unreadable)
{
    /// <summary>All that is stored, as one text: the same for the same rules, whoever read them.</summary>
    public string Text => new JArray(
        new JArray(Rules.Select(SendRuleDocument.Write)),
        new JArray(Unreadable.Select(rule => new JArray(rule.Key.ToString(), rule.Definition)))).ToString(Formatting.None);
}
