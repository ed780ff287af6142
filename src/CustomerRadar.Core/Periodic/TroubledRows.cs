namespace CustomerRadar.Core.Periodic;

/// <summary>Rows that a person should look at, counted up to a bound.</summary>
/// <param name="Failed">Failed lately.</param>
/// <param name="Unconfirmed">Held as Unconfirmed.</param>
public sealed record TroubledRows(int Failed, int Unconfirmed);
