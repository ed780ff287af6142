using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Rules;

/// <summary>A file of send rules: <c>{"rules":[…]}</c>, for import and export.</summary>
public static class SendRulesDocument
{
    /// <summary>Reads a file. With any fault there are no rules: a file is taken as a whole or not at all.</summary>
    /// <param name="text">The file.</param>
    /// <param name="check">What the platform has against a rule that is right in itself (<see cref="SendRuleCheck"/>, its stores); null for nothing.</param>
    public static SendRulesReading Read(string text, Func<SendRule, IEnumerable<RuleFault>>? check = null)
    {
        DocumentObject document;
        try
        {
            document = DocumentObject.Parse(text);
        }
        catch (FormatException problem)
        {
            return new SendRulesReading([], [new DocumentFault("", problem.Message, Line: null)]);
        }

        var keys = new HashSet<RuleKey>();
        var rules = new List<SendRule>();
        foreach (var json in document.Objects("rules"))
        {
            if (SendRuleDocument.Read(json) is not { } rule)
                continue;
            rules.Add(rule);
            if (!keys.Add(rule.Key))
                json.Fault("key", $"\"{rule.Key}\" stands twice.");
            foreach (var fault in check?.Invoke(rule) ?? [])
                json.Fault(fault.Place, fault.What);
        }

        if (!document.Names.Contains("rules"))
            document.Fault("rules", "is missing.");
        document.Done();
        return document.PlacedFaults.Count == 0 ? new SendRulesReading(rules, []) : new SendRulesReading([], [.. document.PlacedFaults]);
    }

    /// <summary>Writes a file, indented, in the order of the rules.</summary>
    public static string Write(IEnumerable<SendRule> rules) =>
        new JObject { ["rules"] = new JArray(rules.Select(SendRuleDocument.Write)) }.ToString(Formatting.Indented);
}
