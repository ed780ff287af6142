namespace CustomerRadar.Core.Alerts;

/// <summary>Tells a person of an alert: by e-mail of the shop, a warning of the admin. A port that hosts implement; a host without one only shows them.</summary>
public interface IAlertNotices
{
    /// <summary>Tells. An exception means nobody was told: it is tried again later.</summary>
    Task TellAsync(AlertRow alert, CancellationToken cancellationToken);
}
