namespace CustomerRadar.Core.Alerts;

/// <summary>Keeps alerts. A port that the storage implements.</summary>
public interface IAlerts
{
    /// <summary>Raises an alert; one that is open for the same kind and scope counts up and takes the new words instead.</summary>
    Task RaiseAsync(Alert alert, CancellationToken cancellationToken);

    /// <summary>Ends the open alert of a kind and scope; nothing happens when there is none.</summary>
    Task ResolveAsync(AlertKind kind, string scope, CancellationToken cancellationToken);

    /// <summary>Those that are open, the newest first.</summary>
    Task<IReadOnlyList<AlertRow>> OpenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Open alerts that nobody was told of, or last longer ago than <paramref name="again"/>. They count as told from this call on, so that of
    /// two nodes only one tells.
    /// </summary>
    Task<IReadOnlyList<AlertRow>> TakeUntoldAsync(TimeSpan again, CancellationToken cancellationToken);

    /// <summary>Gives an alert back that could not be told; the next round tries again.</summary>
    Task NotToldAsync(long id, CancellationToken cancellationToken);
}
