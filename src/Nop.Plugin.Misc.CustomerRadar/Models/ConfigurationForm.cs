using CustomerRadar.Core.Api;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;
using Newtonsoft.Json.Linq;

namespace Nop.Plugin.Misc.CustomerRadar.Models;

/// <summary>The send rule on the configuration page: typed fields to a rule, or to a fault each, and back.</summary>
public static class ConfigurationForm
{
    private const int MaximumHours = 23;

    /// <summary>Reads the fields.</summary>
    /// <param name="model">The page.</param>
    /// <param name="blank">The rule that the fields are typed into: its key, store, start and what else the page does not show stay.</param>
    /// <param name="isSaved">False: there was no such rule before; left blank and switched off there is none afterwards.</param>
    /// <param name="isToken">True for a token that a rule may name.</param>
    public static RuleReading Read(ConfigurationModel model, SendRule blank, bool isSaved, Func<string, bool> isToken)
    {
        if (!isSaved && !model.RuleEnabled && new[] { model.Programme, model.Location, model.Pom }.All(string.IsNullOrWhiteSpace))
            return new RuleReading(null, []);

        var found = new List<(string Field, string Fault)>();
        if (!ProgrammeDisplayId.TryParse(model.Programme, out var programme))
            found.Add((nameof(model.Programme), "The programme id is missing or has a space in it. Customer Radar support gives it out."));
        if (!LocationDisplayId.TryParse(model.Location, out var location))
            found.Add((nameof(model.Location), "The location id is missing or has a space in it. Customer Radar support gives it out."));
        PomDisplayId pom = default;
        if (!string.IsNullOrWhiteSpace(model.Pom) && !PomDisplayId.TryParse(model.Pom, out pom))
            found.Add((nameof(model.Pom), "The POM id has a space in it or is too long."));
        if (model.DelayDays is < 0 or > SendDelay.MaximumDays)
            found.Add((nameof(model.DelayDays), $"The delay is 0 to {SendDelay.MaximumDays} days."));
        if (model.DelayHours is < 0 or > MaximumHours)
            found.Add((nameof(model.DelayHours), $"The delay is 0 to {MaximumHours} hours besides the days."));
        if (!Enum.IsDefined((ContactNeed)model.ContactId))
            found.Add((nameof(model.ContactId), "Choose what the programme needs."));
        var metadata = MetadataLines.Read(model.Metadata, isToken, out var lines);
        // The page shows one message a field.
        if (lines.Count > 0)
            found.Add((nameof(model.Metadata), string.Join(" ", lines)));

        return found.Count > 0 ? new RuleReading(null, found) : new RuleReading(
            blank with
            {
                Enabled = model.RuleEnabled,
                Delay = new SendDelay(model.DelayDays, TimeSpan.FromHours(model.DelayHours)),
                Contact = (ContactNeed)model.ContactId,
                ForeignNumbers = model.ForeignNumbers,
                Programme = programme,
                DefaultLocation = new LocationTarget(location, pom == default ? null : pom),
                Metadata = metadata,
            },
            []);
    }

    /// <summary>
    /// True for a rule that the page can take back as it is. Any other (filters, windows, rows of locations, an imported rule) would lose what the
    /// page has no field for.
    /// </summary>
    public static bool CanShow(SendRule rule)
    {
        var model = new ConfigurationModel();
        Show(rule, model);
        return rule.Trigger == Trigger.OrderPaid
            && Read(model, Plain(rule), isSaved: true, _ => true).Rule is { } again
            && JToken.DeepEquals(SendRuleDocument.Write(again), SendRuleDocument.Write(rule));
    }

    /// <summary>Shows a rule in the form.</summary>
    public static void Show(SendRule? rule, ConfigurationModel model)
    {
        if (rule is null)
        {
            model.Metadata = "invoice_no = %Order.OrderNumber%";
            return;
        }

        model.RuleEnabled = rule.Enabled;
        model.DelayDays = rule.Delay.Days;
        model.DelayHours = (int)rule.Delay.Time.TotalHours;
        model.ContactId = (int)rule.Contact;
        model.ForeignNumbers = rule.ForeignNumbers;
        model.Programme = rule.Programme.ToString();
        model.Location = rule.DefaultLocation?.Location.ToString();
        model.Pom = rule.DefaultLocation?.Pom?.ToString();
        model.Metadata = MetadataLines.Write(rule.Metadata);
    }

    // With nothing of the rule but what the page leaves alone.
    private static SendRule Plain(SendRule rule) => new()
    {
        Key = rule.Key,
        Name = rule.Name,
        Store = rule.Store,
        Client = rule.Client,
        Trigger = rule.Trigger,
        ActiveFrom = rule.ActiveFrom,
        Programme = rule.Programme,
    };
}
