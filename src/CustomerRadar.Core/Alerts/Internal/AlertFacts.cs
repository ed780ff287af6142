using CustomerRadar.Core.Pauses;

namespace CustomerRadar.Core.Alerts.Internal;

/// <summary>What alerts are derived from, as it is at one moment.</summary>
/// <param name="Pauses">What is known of scopes in trouble, and the database's now.</param>
/// <param name="Failed">How many rows have failed since yesterday began (UTC) and still stand there.</param>
/// <param name="Unconfirmed">How many rows are held as Unconfirmed.</param>
internal sealed record AlertFacts(PauseReading Pauses, int Failed, int Unconfirmed);
