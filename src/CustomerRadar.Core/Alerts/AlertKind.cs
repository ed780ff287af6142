namespace CustomerRadar.Core.Alerts;

/// <summary>What an alert is about. Stored by name: never rename a member.</summary>
public enum AlertKind
{
    /// <summary>Customer Radar refuses the log-in.</summary>
    LogInRefused,

    /// <summary>The API address is wrong.</summary>
    WrongAddress,

    /// <summary>Customer Radar refuses the ids or the programme of a rule.</summary>
    ConfigurationRefused,

    /// <summary>Customer Radar has been out of reach, or has asked to wait, for an hour.</summary>
    Outage,

    /// <summary>Invitations are held as Unconfirmed.</summary>
    Unconfirmed,

    /// <summary>Invitations failed.</summary>
    Failed,

    /// <summary>This looks like a copy of the shop: nothing is sent.</summary>
    Copy,
}
