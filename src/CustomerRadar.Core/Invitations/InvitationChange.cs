using CustomerRadar.Core.Pauses;

namespace CustomerRadar.Core.Invitations;

/// <summary>The end of a lease: the state that the row goes to, and why.</summary>
public sealed record InvitationChange
{
    /// <summary>The new state.</summary>
    public required InvitationState State { get; init; }

    /// <summary>Why, in plain words for the merchant; stands on the row and in its history.</summary>
    public required string Reason { get; init; }

    /// <summary>What to do about it, in plain words; null when nothing is to be done.</summary>
    public string? Advice { get; init; }

    /// <summary>For <see cref="InvitationState.Pending"/>: how long to wait, from the database's now. Null: see <see cref="DeferUntil"/>, else at once.</summary>
    public TimeSpan? RetryIn { get; init; }

    /// <summary>For <see cref="InvitationState.Pending"/>: the instant to wait for.</summary>
    public DateTimeOffset? DeferUntil { get; init; }

    /// <summary>For <see cref="InvitationState.Pending"/>: the pause that holds the row; it is passed over while that is closed. Null for none.</summary>
    public PauseScope? HeldBy { get; init; }

    /// <summary>For <see cref="InvitationState.Pending"/>: the row whose reservation is in the way; this one is due at once when that one ends. Null for none.</summary>
    public InvitationId? BlockedBy { get; init; }

    /// <summary>For <see cref="InvitationState.Cancelled"/>: why. Default <see cref="CancelCause.Subject"/>.</summary>
    public CancelCause Cause { get; init; }

    /// <summary>True when this wait is one after trouble: it counts in <see cref="LeasedInvitation.Retries"/> and starts <see cref="LeasedInvitation.TroubleSince"/>.</summary>
    public bool InTrouble { get; init; }

    /// <summary>
    /// True when this wait has nothing to do with earlier tries (the rule, the window, a pause): the count of trouble begins anew, and what the
    /// row had reserved is free for others meanwhile.
    /// </summary>
    public bool StartsOver { get; init; }

    /// <summary>For <see cref="InvitationState.Pending"/>: true when another node is to take the row, so that this one asks for no job.</summary>
    public bool IsForOthers { get; init; }

    /// <summary>The reference of an accepted invitation.</summary>
    public string? Reference { get; init; }

    /// <summary>The HTTP status of the last answer, when there was one.</summary>
    public int? Status { get; init; }

    /// <summary>The code of the last answer, when there was one.</summary>
    public string? Code { get; init; }
}
