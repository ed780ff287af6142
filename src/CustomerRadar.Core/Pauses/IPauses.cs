namespace CustomerRadar.Core.Pauses;

/// <summary>Pauses, the same for every node. A port that the storage implements; what a pause means is decided in Core.</summary>
public interface IPauses
{
    /// <summary>What is known of these scopes, and the database's now. One statement.</summary>
    Task<PauseReading> ReadAsync(IReadOnlyCollection<PauseScope> scopes, CancellationToken cancellationToken);

    /// <summary>
    /// Changes one scope: <paramref name="decide"/> gets what is there (null for nothing) and the database's now, while nobody else can change
    /// it, and gives what is to be there; null removes it. It is pure and may be called again when the database asks for a second try.
    /// </summary>
    /// <returns>What is there afterwards.</returns>
    Task<Pause?> ChangeAsync(PauseScope scope, Func<Pause?, DateTimeOffset, Pause?> decide, CancellationToken cancellationToken);

    /// <summary>Everything that is known, closed or counting; few rows.</summary>
    Task<PauseReading> ListAsync(CancellationToken cancellationToken);
}
