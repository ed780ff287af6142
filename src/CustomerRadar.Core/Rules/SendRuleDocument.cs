using System.Globalization;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Rules;

/// <summary>Send rules as JSON: the form of the gateway's configuration, of import and export, and of what the storage keeps.</summary>
public static class SendRuleDocument
{
    /// <summary>Reads a rule; null, with at least one fault, when it is not right.</summary>
    public static SendRule? Read(DocumentObject json)
    {
        var before = json.Faults.Count;
        var rule = new SendRule
        {
            Key = json.Parsed("key", RuleKey.Parse),
            Name = json.Required("name") ?? "",
            Enabled = json.Boolean("enabled", otherwise: true),
            Store = json.Parsed<StoreKey?>("store", text => StoreKey.Parse(text), required: false),
            Trigger = json.Choice<Trigger>("trigger"),
            ActiveFrom = json.Parsed<DateTimeOffset?>("activeFrom", text => Instant(text), required: false),
            Delay = Delay(json.Inner("delay")),
            Contact = json.Choice<ContactNeed>("contact", ContactNeed.EmailOrMobile),
            ForeignNumbers = json.Boolean("foreignNumbers", otherwise: false),
            Programme = json.Parsed("programmeDisplayId", ProgrammeDisplayId.Parse),
            Locations = [.. json.Objects("locations").Select(LocationRow).OfType<LocationRow>()],
            DefaultLocation = json.Inner("defaultLocation") is { } location ? Target(location) : null,
            Metadata = [.. json.Objects("metadata").Select(MetadataRow).OfType<MetadataRow>()],
        };
        foreach (var key in rule.Metadata.GroupBy(row => row.Key, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key))
            json.Fault("metadata", $"the key \"{key}\" stands twice.");
        if (rule.Locations.Count == 0 && rule.DefaultLocation is null)
            json.Fault("defaultLocation", "is missing: a rule needs it, or rows under \"locations\".");
        json.Done();
        return json.Faults.Count == before ? rule : null;
    }

    /// <summary>Writes a rule; reading it gives an equal one.</summary>
    public static JObject Write(SendRule rule)
    {
        var json = new JObject
        {
            ["key"] = rule.Key.ToString(),
            ["name"] = rule.Name,
            ["enabled"] = rule.Enabled,
            ["trigger"] = rule.Trigger.ToString(),
            ["delay"] = new JObject
            {
                ["days"] = rule.Delay.Days,
                ["hours"] = (int)rule.Delay.Time.TotalHours,
                ["minutes"] = rule.Delay.Time.Minutes,
            },
            ["contact"] = rule.Contact.ToString(),
            ["foreignNumbers"] = rule.ForeignNumbers,
            ["programmeDisplayId"] = rule.Programme.ToString(),
            ["locations"] = new JArray(rule.Locations.Select(row =>
            {
                var target = Write(row.Target);
                target.AddFirst(new JProperty("value", row.Value));
                target.AddFirst(new JProperty("field", row.Field));
                return target;
            })),
            ["metadata"] = new JArray(rule.Metadata.Select(row => new JObject { ["key"] = row.Key, ["value"] = row.Template.Text })),
        };
        if (rule.Store is { } store)
            json["store"] = store.ToString();
        if (rule.ActiveFrom is { } from)
            json["activeFrom"] = from.ToString("O", CultureInfo.InvariantCulture);
        if (rule.DefaultLocation is { } location)
            json["defaultLocation"] = Write(location);
        return json;
    }

    private static JObject Write(LocationTarget target)
    {
        var json = new JObject { ["locationDisplayId"] = target.Location.ToString() };
        if (target.Pom is { } pom)
            json["pomDisplayId"] = pom.ToString();
        return json;
    }

    private static SendDelay Delay(DocumentObject? json)
    {
        if (json is null)
            return SendDelay.None;
        var delay = new SendDelay(
            json.Number("days", 0, SendDelay.MaximumDays, otherwise: 0),
            TimeSpan.FromHours(json.Number("hours", 0, 24, otherwise: 0)) + TimeSpan.FromMinutes(json.Number("minutes", 0, 59, otherwise: 0)));
        json.Done();
        return delay;
    }

    private static LocationTarget Target(DocumentObject json)
    {
        var target = TargetMembers(json);
        json.Done();
        return target;
    }

    private static LocationTarget TargetMembers(DocumentObject json) => new(
        json.Parsed("locationDisplayId", LocationDisplayId.Parse),
        json.Parsed<PomDisplayId?>("pomDisplayId", text => PomDisplayId.Parse(text), required: false));

    private static LocationRow? LocationRow(DocumentObject json)
    {
        var (field, value, target) = (json.Required("field"), json.Required("value"), TargetMembers(json));
        json.Done();
        return field is null || value is null ? null : new LocationRow(field, value, target);
    }

    private static MetadataRow? MetadataRow(DocumentObject json)
    {
        var (key, value) = (json.Required("key"), json.Required("value"));
        json.Done();
        return key is null || value is null ? null : new MetadataRow(key, MetadataTemplate.Parse(value));
    }

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw new FormatException("must be a date and time such as 2026-03-01T00:00:00Z.");
}
