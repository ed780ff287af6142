namespace CustomerRadar.Core.Pauses;

/// <summary>Pauses as they were at one instant.</summary>
/// <param name="Pauses">Those that are known; a scope without trouble has none.</param>
/// <param name="Now">The database's clock.</param>
public sealed record PauseReading(IReadOnlyList<Pause> Pauses, DateTimeOffset Now);
