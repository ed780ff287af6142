using System.Text.Json.Nodes;

namespace CustomerRadar.StoreTests.Admin;

/// <summary>Files of send rules for the import; each rule is written as what differs from a rule that invites for every paid order at once.</summary>
public static class RuleFile
{
    private static readonly string[] Keys = ["store-test-1", "store-test-2"];

    /// <summary>A file with these rules, the first under the first key and so on; rules of this kind beyond them are switched off.</summary>
    /// <param name="rules">JSON objects with members of a rule.</param>
    public static string Of(params IReadOnlyList<string> rules) => new JsonObject
    {
        ["rules"] = new JsonArray([.. Keys.Select((key, index) => Rule(key, index < rules.Count ? rules[index] : """{"enabled": false}"""))]),
    }.ToJsonString();

    private static JsonObject Rule(string key, string members)
    {
        var usual = PluginConfiguration.For(new Uri("http://127.0.0.1"));
        var rule = new JsonObject
        {
            ["key"] = key,
            ["name"] = key,
            ["trigger"] = "OrderPaid",
            ["programmeDisplayId"] = usual.Programme,
            ["defaultLocation"] = new JsonObject { ["locationDisplayId"] = usual.Location },
            ["metadata"] = new JsonArray(new JsonObject { ["key"] = "invoice_no", ["value"] = "%Order.OrderNumber%" }),
        };
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
            rule[name] = value?.DeepClone();
        return rule;
    }
}
