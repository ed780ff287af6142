namespace CustomerRadar.Core.Invitations;

/// <summary>
/// Where an invitation stands. Stored by name: never rename a member.
/// <c>Pending -> Sending -> Accepted | Skipped | Failed | Unconfirmed</c>; <c>Sending -> Pending</c> for a retry;
/// <c>Pending -> Cancelled</c>; <c>Unconfirmed -> Accepted | Failed</c>; <c>Unconfirmed | Failed -> Pending</c> when a person sends again;
/// <c>Cancelled -> Pending</c> when the subject is active again.
/// </summary>
public enum InvitationState
{
    /// <summary>Waiting for its due time, or for a retry.</summary>
    Pending,

    /// <summary>Leased: one worker is about to send it, or is sending it.</summary>
    Sending,

    /// <summary>Taken by Customer Radar.</summary>
    Accepted,

    /// <summary>Not sent, by a rule or for want of a contact; the reason says why.</summary>
    Skipped,

    /// <summary>Refused, or not sent for too long; the merchant corrects and retries.</summary>
    Failed,

    /// <summary>The request left and no answer is known: held for the merchant, never sent again by itself.</summary>
    Unconfirmed,

    /// <summary>Its order or booking was cancelled before it was sent.</summary>
    Cancelled,
}
