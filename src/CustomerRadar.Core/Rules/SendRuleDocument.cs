using System.Globalization;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules.Internal;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Rules;

/// <summary>Send rules as JSON: the form of the gateway's configuration, of import and export, and of what the storage keeps.</summary>
public static class SendRuleDocument
{
    /// <summary>Reads a rule; null, with at least one fault, when it is not right.</summary>
    /// <param name="json">The rule.</param>
    /// <param name="check">
    /// What the platform has against a rule; null for nothing. It is asked about a rule with faults too, whose unreadable members have their defaults.
    /// </param>
    public static SendRule? Read(DocumentObject json, Func<SendRule, IEnumerable<RuleFault>>? check = null)
    {
        var before = json.Faults.Count;
        var rule = new SendRule
        {
            Key = json.Parsed("key", RuleKey.Parse),
            Name = json.Required("name") ?? "",
            Enabled = json.Boolean("enabled", otherwise: true),
            Store = json.Parsed<StoreKey?>("store", text => StoreKey.Parse(text), required: false),
            Client = json.Parsed<ClientDisplayId?>("clientDisplayId", text => ClientDisplayId.Parse(text), required: false),
            Trigger = json.Choice<Trigger>("trigger"),
            ActiveFrom = json.Parsed<DateTimeOffset?>("activeFrom", text => RulePartReader.Instant(text), required: false),
            Delay = RulePartReader.Delay(json.Inner("delay")),
            Window = json.Inner("window") is { } window ? RulePartReader.Window(window) : null,
            Shipment = json.Choice<ShipmentPick>("shipment", ShipmentPick.First),
            Rental = json.Choice<RentalPick>("rental", RentalPick.Order),
            Filters = [.. json.Objects("filters").Select(RulePartReader.Filter)],
            Consent = json.Inner("consent") is { } consent ? RulePartReader.Consent(consent) : null,
            SamplePercent = json.NumberAbove("samplePercent", 0, 100, otherwise: 100),
            Cap = json.Inner("cap") is { } cap ? RulePartReader.Cap(cap) : null,
            InAddition = json.Boolean("inAddition", otherwise: false),
            MaximumAgeDays = json.Number("maximumAgeDays", 1, SendRule.LongestMaximumAge, otherwise: SendRule.DefaultMaximumAge),
            Contact = json.Choice<ContactNeed>("contact", ContactNeed.EmailOrMobile),
            ForeignNumbers = json.Boolean("foreignNumbers", otherwise: false),
            Programme = json.Parsed("programmeDisplayId", ProgrammeDisplayId.Parse),
            Programmes = [.. json.Objects("programmes").Select(RulePartReader.ProgrammeRow)],
            Locations = [.. json.Objects("locations").Select(RulePartReader.LocationRow)],
            DefaultLocation = json.Inner("defaultLocation") is { } location ? RulePartReader.Target(location) : null,
            Metadata = [.. json.Objects("metadata").Select(RulePartReader.MetadataRow)],
        };
        json.Done();
        // What cannot be read is not looked at further, and neither is what stands beside it: the members hold stand-ins.
        foreach (var fault in SendRuleCheck.Of(rule).Where(fault => !json.HasFault(JsonPlace.Around(fault.Place))).ToList())
            json.Fault(fault.Place, fault.What);
        foreach (var fault in check?.Invoke(rule).Where(fault => !json.HasFault(fault.Place)).ToList() ?? [])
            json.Fault(fault.Place, fault.What);

        return json.Faults.Count == before ? rule : null;
    }

    /// <summary>Writes a rule with every member that it has; reading it gives one with the same members.</summary>
    public static JObject Write(SendRule rule)
    {
        var json = new JObject
        {
            ["key"] = rule.Key.ToString(),
            ["name"] = rule.Name,
            ["enabled"] = rule.Enabled,
            ["trigger"] = rule.Trigger.ToString(),
            ["delay"] = RulePartWriter.Delay(rule.Delay),
            ["shipment"] = rule.Shipment.ToString(),
            ["rental"] = rule.Rental.ToString(),
            ["filters"] = new JArray(rule.Filters.Select(RulePartWriter.Filter)),
            ["samplePercent"] = RulePartWriter.Number(rule.SamplePercent),
            ["inAddition"] = rule.InAddition,
            ["maximumAgeDays"] = rule.MaximumAgeDays,
            ["contact"] = rule.Contact.ToString(),
            ["foreignNumbers"] = rule.ForeignNumbers,
            ["programmeDisplayId"] = rule.Programme.ToString(),
            ["programmes"] = new JArray(rule.Programmes.Select(RulePartWriter.ProgrammeRow)),
            ["locations"] = new JArray(rule.Locations.Select(RulePartWriter.LocationRow)),
            ["metadata"] = new JArray(rule.Metadata.Select(row => new JObject { ["key"] = row.Key, ["value"] = row.Template.Text })),
        };
        if (rule.Store is { } store)
            json["store"] = store.ToString();
        if (rule.Client is { } client)
            json["clientDisplayId"] = client.ToString();
        if (rule.ActiveFrom is { } from)
            json["activeFrom"] = from.ToString("O", CultureInfo.InvariantCulture);
        if (rule.Window is { } window)
            json["window"] = RulePartWriter.Window(window);
        if (rule.Consent is { } consent)
            json["consent"] = new JObject { ["field"] = consent.Field, ["values"] = new JArray(consent.Values) };
        if (rule.Cap is { } cap)
            json["cap"] = new JObject { ["days"] = cap.Days };
        if (rule.DefaultLocation is { } location)
            json["defaultLocation"] = RulePartWriter.Target(location);
        return json;
    }
}
