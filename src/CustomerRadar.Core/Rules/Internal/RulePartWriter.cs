using System.Globalization;
using CustomerRadar.Core.Metadata;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Rules.Internal;

/// <summary>Writes the parts of a rule for its document.</summary>
internal static class RulePartWriter
{
    public static JObject Delay(SendDelay delay) => new()
    {
        ["days"] = delay.Days,
        ["hours"] = (int)delay.Time.TotalHours,
        ["minutes"] = delay.Time.Minutes,
    };

    public static JObject Window(SendWindow window) => new()
    {
        ["days"] = new JArray(window.Days.Order().Select(day => day.ToString())),
        ["from"] = Time(window.From),
        ["to"] = Time(window.To),
    };

    public static JObject Filter(RuleFilter filter) => new()
    {
        ["field"] = filter.Field,
        ["test"] = filter.Test.ToString(),
        ["values"] = new JArray(filter.Values),
    };

    public static JObject ProgrammeRow(ProgrammeRow row) => new()
    {
        ["field"] = row.Field,
        ["value"] = row.Value,
        ["programmeDisplayId"] = row.Programme.ToString(),
    };

    public static JObject LocationRow(LocationRow row)
    {
        var json = Target(row.Target);
        json.AddFirst(new JProperty("value", row.Value));
        json.AddFirst(new JProperty("field", row.Field));
        return json;
    }

    public static JObject Target(LocationTarget target)
    {
        var json = new JObject { ["locationDisplayId"] = target.Location.ToString() };
        if (target.Pom is { } pom)
            json["pomDisplayId"] = pom.ToString();
        return json;
    }

    /// <summary>A whole number without the decimals that a reader would wonder about.</summary>
    public static JValue Number(double number) => number % 1 == 0 ? new JValue((long)number) : new JValue(number);

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
