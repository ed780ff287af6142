using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Periodic;

namespace CustomerRadar.Core.Alerts.Internal;

/// <summary>What alerts are derived from, as it is at one moment.</summary>
/// <param name="Pauses">What is known of scopes in trouble, and the database's now.</param>
/// <param name="Rows">Rows that have failed since yesterday began (UTC) and still stand there, and those held as Unconfirmed.</param>
internal sealed record AlertFacts(PauseReading Pauses, TroubledRows Rows);
