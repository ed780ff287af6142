namespace CustomerRadar.Core.Invitations;

/// <summary>What planning gave for one rule.</summary>
/// <param name="Id">The new row; null when the row was there already.</param>
/// <param name="Planned">What was asked for.</param>
public sealed record PlanResult(InvitationId? Id, PlannedInvitation Planned)
{
    /// <summary>True when this call wrote the row; false when store, rule and subject had one already.</summary>
    public bool IsNew => Id is not null;
}
