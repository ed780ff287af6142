using Nop.Core.Configuration;

namespace Nop.Plugin.Misc.CustomerRadar;

/// <summary>What the configuration page keeps in the store's settings; the send rule lives in a table of ours. A value of one store overrides that of all stores.</summary>
public sealed class CustomerRadarSettings : ISettings
{
    /// <summary>Where the API answers.</summary>
    public string ApiAddress { get; set; } = "";

    /// <summary>The user name that Customer Radar support gave out.</summary>
    public string Username { get; set; } = "";

    /// <summary>The password, encrypted by <see cref="Secrets.PasswordVault"/>; empty when none is set.</summary>
    public string ProtectedPassword { get; set; } = "";

    /// <summary>The client id at Customer Radar.</summary>
    public string ClientDisplayId { get; set; } = "";

    /// <summary>Two-letter code of the country whose numbers go out in national form; empty for none.</summary>
    public string HomeCountry { get; set; } = "";

    /// <summary>The time zone in which a day is counted; empty for the store's own.</summary>
    public string TimeZoneId { get; set; } = "";

    /// <summary>Everything is done but the call to Customer Radar. Default false.</summary>
    public bool DryRun { get; set; }

    /// <summary>Keep the list of who was invited when the plugin is uninstalled. Default true, so that a new install invites nobody twice.</summary>
    public bool KeepInvitedOnUninstall { get; set; } = true;

    /// <summary>Mail alerts, of all stores. Default true: a shop that sends nothing looks like one without orders.</summary>
    public bool AlertMails { get; set; } = true;

    /// <summary>To whom alerts are mailed: addresses separated by commas or semicolons; empty for the address of the store's default e-mail account.</summary>
    public string AlertMailsTo { get; set; } = "";

    /// <summary>Put a note on the order when its invitation was accepted, failed or stays unconfirmed. Default true.</summary>
    public bool OrderNotes { get; set; } = true;
}
