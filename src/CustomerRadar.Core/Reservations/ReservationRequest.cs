namespace CustomerRadar.Core.Reservations;

/// <summary>One key that an invitation needs.</summary>
/// <param name="Key">Up to 400 characters, for example <c>subject:1/order:123</c> or <c>contact:main/email:9f86…</c>.</param>
/// <param name="Period">
/// How long an accepted or unconfirmed invitation of another row stands in the way, from its request; <see cref="TimeSpan.MaxValue"/> for
/// ever. Null: nothing stands in the way, the key is only taken so that others see it (a rule without a cap).
/// </param>
public sealed record ReservationRequest(string Key, TimeSpan? Period);
