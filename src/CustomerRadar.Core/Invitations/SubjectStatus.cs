namespace CustomerRadar.Core.Invitations;

/// <summary>Whether a subject may still be asked about. Stored by name: never rename a member.</summary>
public enum SubjectStatus
{
    /// <summary>It stands.</summary>
    Active,

    /// <summary>It was cancelled, refunded in full, voided or deleted.</summary>
    Cancelled,
}
