using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Rules;

/// <summary>A file of send rules: <c>{"rules":[…]}</c>, for import and export.</summary>
public static class SendRulesDocument
{
    /// <summary>Reads a file. With any fault there are no rules: a file is taken as a whole or not at all.</summary>
    /// <param name="text">The file.</param>
    public static SendRulesReading Read(string text)
    {
        DocumentObject document;
        try
        {
            document = DocumentObject.Parse(text);
        }
        catch (FormatException problem)
        {
            return new SendRulesReading([], [problem.Message]);
        }

        var rules = document.Objects("rules").Select(SendRuleDocument.Read).OfType<SendRule>().ToList();
        foreach (var key in rules.GroupBy(rule => rule.Key).Where(group => group.Count() > 1).Select(group => group.Key))
            document.Fault("rules", $"the key \"{key}\" stands twice.");
        if (!document.Names.Contains("rules"))
            document.Fault("rules", "is missing.");
        document.Done();
        return document.Faults.Count == 0 ? new SendRulesReading(rules, []) : new SendRulesReading([], [.. document.Faults]);
    }

    /// <summary>Writes a file, indented, in the order of the rules.</summary>
    public static string Write(IEnumerable<SendRule> rules) =>
        new JObject { ["rules"] = new JArray(rules.Select(SendRuleDocument.Write)) }.ToString(Formatting.Indented);

    /// <summary>The rules of a file as they are to be saved: starting now, so that an import invites nobody of the past.</summary>
    public static IReadOnlyList<SendRule> Imported(IEnumerable<SendRule> rules, DateTimeOffset now) => [.. rules.Select(rule => rule.StartingAt(now))];
}
