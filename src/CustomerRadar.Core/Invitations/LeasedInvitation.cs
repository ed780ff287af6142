using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Invitations;

/// <summary>A row in hand: what a worker knows of it after leasing.</summary>
public sealed record LeasedInvitation
{
    /// <summary>The lease; its <see cref="Invitations.Lease.TakenAt"/> is the instant that decisions count from.</summary>
    public required Lease Lease { get; init; }

    /// <summary>What happened.</summary>
    public required Interaction Interaction { get; init; }

    /// <summary>The rule it was planned under.</summary>
    public required RuleKey Rule { get; init; }

    /// <summary>When it was first due. Retries and deferrals do not move it; the maximum age counts from it.</summary>
    public required DateTimeOffset FirstDueAt { get; init; }

    /// <summary>When it was due this time: its own wait is in it, a pause's is not.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Its place among the rows that a pause holds or a worker gives back: when it was first due, or now when a person wants it sent before that.</summary>
    public DateTimeOffset QueuedAt => FirstDueAt < Lease.TakenAt ? FirstDueAt : Lease.TakenAt;

    /// <summary>How many requests have been started for it.</summary>
    public required int Attempts { get; init; }

    /// <summary>How many times in a row it went back to wait after trouble.</summary>
    public required int Retries { get; init; }

    /// <summary>Since when it has been in trouble without a break; null when it is not.</summary>
    public DateTimeOffset? TroubleSince { get; init; }

    /// <summary>Why it is to be cancelled; null when nobody asked.</summary>
    public string? CancelRequested { get; init; }

    /// <summary>The cause that goes with <see cref="CancelRequested"/>.</summary>
    public CancelCause CancelCause { get; init; }

    /// <summary>True: a person wants it sent now, without delay and window; never without consent.</summary>
    public bool SendNow { get; init; }

    /// <summary>True: that person was told that age or cap stand against it, and wants it all the same.</summary>
    public bool Confirmed { get; init; }
}
