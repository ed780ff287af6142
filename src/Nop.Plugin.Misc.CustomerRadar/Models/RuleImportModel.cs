using Nop.Web.Framework.Mvc;

namespace Nop.Plugin.Misc.CustomerRadar.Models;

/// <summary>What the merchant gives for an import of rules.</summary>
public sealed record RuleImportModel
{
    /// <summary>The document. Blank lines at its start count, or faults would be shown in the wrong ones.</summary>
    [NoTrim]
    public string? Document { get; set; }

    /// <summary>True: rules that are not in the document go.</summary>
    public bool DeleteOthers { get; set; }

    /// <summary>What becomes of waiting invitations whose due time changes: <see cref="ConfigurationModel.Move"/>, <see cref="ConfigurationModel.Keep"/>, or blank.</summary>
    public string? Waiting { get; set; }

    /// <summary>The stamp of the preview that is shown.</summary>
    public string? Stamp { get; set; }
}
