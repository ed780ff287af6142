using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Rules;

/// <summary>A file of send rules: <c>{"rules":[…]}</c>, for import and export.</summary>
public static class SendRulesDocument
{
    /// <summary>The longest file, in characters.</summary>
    public const int LongestText = 2_000_000;

    /// <summary>Reads a file. With any fault there are no rules: a file is taken as a whole or not at all.</summary>
    /// <param name="text">The file.</param>
    /// <param name="check">What the platform has against a rule that is right in itself (<see cref="SendRuleCheck"/>, its stores); null for nothing.</param>
    public static SendRulesReading Read(string text, Func<SendRule, IEnumerable<RuleFault>>? check = null)
    {
        if (text.Length > LongestText)
            return Wrong(string.Create(CultureInfo.InvariantCulture, $"The file has {text.Length} characters; {LongestText} are the most."), line: null);
        DocumentObject document;
        try
        {
            document = DocumentObject.Parse(text);
        }
        catch (FormatException problem)
        {
            return Wrong(problem.Message, DocumentObject.LineOf(problem));
        }

        var keys = new HashSet<RuleKey>();
        var rules = new List<SendRule>();
        foreach (var json in document.Objects("rules"))
        {
            if (SendRuleDocument.Read(json, Checked) is { } rule)
                rules.Add(rule);
        }

        IEnumerable<RuleFault> Checked(SendRule rule) =>
            [.. rule.Key != default && !keys.Add(rule.Key) ? [new RuleFault("key", $"\"{rule.Key}\" stands twice.")] : Array.Empty<RuleFault>(), .. check?.Invoke(rule) ?? []];

        if (!document.Names.Contains("rules"))
            document.Fault("rules", "is missing.");
        document.Done();
        return document.PlacedFaults.Count == 0 ? new SendRulesReading(rules, []) : new SendRulesReading([], [.. document.PlacedFaults]);
    }

    private static SendRulesReading Wrong(string what, int? line) => new([], [new DocumentFault("", what, line)]);

    /// <summary>Writes a file, indented, in the order of the rules.</summary>
    public static string Write(IEnumerable<SendRule> rules) =>
        new JObject { ["rules"] = new JArray(rules.Select(SendRuleDocument.Write)) }.ToString(Formatting.Indented);
}
