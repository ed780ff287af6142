using System.Diagnostics.CodeAnalysis;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Models;

/// <summary>The send rule on the configuration page: typed fields to a rule, or to a fault each, and back.</summary>
public static class ConfigurationForm
{
    /// <summary>The key of the one rule that this page knows.</summary>
    public static readonly RuleKey RuleKey = RuleKey.Parse("order-paid");

    private const int MaximumHours = 23;

    /// <summary>What is wrong with the rule, by field; and the rule when nothing is.</summary>
    public static bool TryReadRule(
        ConfigurationModel model,
        SendRule? before,
        DateTimeOffset now,
        Func<string, bool> isToken,
        [NotNullWhen(true)] out SendRule? rule,
        out IReadOnlyList<(string Field, string Fault)> faults)
    {
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

        faults = found;
        rule = found.Count > 0 ? null : new SendRule
        {
            Key = RuleKey,
            Name = "Order paid",
            Enabled = model.RuleEnabled,
            Trigger = Trigger.OrderPaid,
            // Switched on now, it invites for orders from now on.
            ActiveFrom = before is { Enabled: true } ? before.ActiveFrom : now,
            Delay = new SendDelay(model.DelayDays, TimeSpan.FromHours(model.DelayHours)),
            Contact = (ContactNeed)model.ContactId,
            ForeignNumbers = model.ForeignNumbers,
            Programme = programme,
            DefaultLocation = new LocationTarget(location, pom == default ? null : pom),
            Metadata = metadata,
        };
        return rule is not null;
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
}
