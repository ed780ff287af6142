namespace CustomerRadar.Core.Pauses;

/// <summary>Something that went wrong for a scope.</summary>
/// <param name="Scope">Which one.</param>
/// <param name="Probe">The sign of the row that met it (<see cref="Invitations.Lease.Probe"/>).</param>
/// <param name="Reason">What happened, in plain words.</param>
/// <param name="Advice">What to do; null when nothing is to be done.</param>
/// <param name="RetryAfter">How long the API asked to wait; null when it did not.</param>
/// <param name="Settings">The mark of the settings that it happened under, the connection's or the rule's.</param>
public sealed record PauseTrouble(PauseScope Scope, Guid Probe, string Reason, string? Advice, TimeSpan? RetryAfter, string Settings);
