using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Plugin.Misc.CustomerRadar.Alerts;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Web.Framework.Models;
using Nop.Web.Framework.Mvc;
using Nop.Web.Framework.Mvc.ModelBinding;

namespace Nop.Plugin.Misc.CustomerRadar.Models;

/// <summary>
/// The configuration page: the connection and one send rule, for all stores or for one. Texts stay as they were typed until all of them are right.
/// </summary>
public record ConfigurationModel : BaseNopModel
{
    /// <summary>Waiting invitations get the new due time.</summary>
    public const string Move = "move";

    /// <summary>Waiting invitations keep their due time.</summary>
    public const string Keep = "keep";

    /// <summary>The store that the page is about; 0 for all stores. The name is the platform's.</summary>
    public int ActiveStoreScopeConfiguration { get; set; }

    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.ApiAddress")]
    public string? ApiAddress { get; set; }

    public bool ApiAddress_OverrideForStore { get; set; }

    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.Username")]
    public string? Username { get; set; }

    public bool Username_OverrideForStore { get; set; }

    /// <summary>Always rendered blank; posted blank it keeps the one that is set.</summary>
    [NoTrim]
    [DataType(DataType.Password)]
    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.Password")]
    public string? Password { get; set; }

    public bool Password_OverrideForStore { get; set; }

    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.ClientDisplayId")]
    public string? ClientDisplayId { get; set; }

    public bool ClientDisplayId_OverrideForStore { get; set; }

    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.HomeCountry")]
    public string? HomeCountry { get; set; }

    public bool HomeCountry_OverrideForStore { get; set; }

    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.TimeZoneId")]
    public string? TimeZoneId { get; set; }

    public bool TimeZoneId_OverrideForStore { get; set; }

    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.DryRun")]
    public bool DryRun { get; set; }

    public bool DryRun_OverrideForStore { get; set; }

    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.KeepInvitedOnUninstall")]
    public bool KeepInvitedOnUninstall { get; set; }

    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.AlertMails")]
    public bool AlertMails { get; set; }

    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.AlertMailsTo")]
    public string? AlertMailsTo { get; set; }

    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.OrderNotes")]
    public bool OrderNotes { get; set; }

    public bool OrderNotes_OverrideForStore { get; set; }

    public IReadOnlyList<AlertLine> Alerts { get; set; } = [];

    /// <summary>In a store's scope: the rule is the store's own, and not the one for all stores.</summary>
    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.RuleIsOwn")]
    public bool RuleIsOwn { get; set; }

    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.RuleEnabled")]
    public bool RuleEnabled { get; set; }

    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.DelayDays")]
    public int DelayDays { get; set; }

    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.DelayHours")]
    public int DelayHours { get; set; }

    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.Contact")]
    public int ContactId { get; set; }

    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.ForeignNumbers")]
    public bool ForeignNumbers { get; set; }

    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.Programme")]
    public string? Programme { get; set; }

    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.Location")]
    public string? Location { get; set; }

    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.Pom")]
    public string? Pom { get; set; }

    /// <summary>One metadata pair a line: <c>key = value with %Tokens%</c>. First and last name are sent without one.</summary>
    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.Metadata")]
    public string? Metadata { get; set; }

    /// <summary>What becomes of the invitations that wait, when the delay is changed: <see cref="Move"/> or <see cref="Keep"/>; blank until the merchant has chosen.</summary>
    [NopResourceDisplayName("Plugins.Misc.CustomerRadar.Fields.Waiting")]
    public string? Waiting { get; set; }

    public int WaitingCount { get; set; }

    /// <summary>The saved rule says more than the form has fields for: only switching it on and off is left to the form.</summary>
    public bool RuleIsByJson { get; set; }

    public bool RuleIsUnreadable { get; set; }

    public bool PasswordIsSet { get; set; }

    public bool PasswordIsUnreadable { get; set; }

    public bool IsWorking { get; set; }

    /// <summary>Null while the plugin does not work.</summary>
    [BindNever]
    public SendingModel? Sending { get; set; }

    public IList<SelectListItem> Countries { get; } = [];

    public IList<SelectListItem> TimeZones { get; } = [];

    public IList<SelectListItem> Contacts { get; } = [];

    public IReadOnlyList<TokenArea> Tokens { get; set; } = [];

    public IReadOnlyDictionary<string, int> Counts { get; set; } = new Dictionary<string, int>();
}
