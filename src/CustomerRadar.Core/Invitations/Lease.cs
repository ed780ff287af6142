namespace CustomerRadar.Core.Invitations;

/// <summary>The right to work on one row for a while. Every later write names it; a write that finds another lease writes nothing.</summary>
/// <param name="Invitation">The row.</param>
/// <param name="Id">Unlike any other lease's.</param>
/// <param name="TakenAt">When it was taken, by the database's clock.</param>
/// <param name="Until">When it ends, by the database's clock.</param>
public sealed record Lease(InvitationId Invitation, Guid Id, DateTimeOffset TakenAt, DateTimeOffset Until);
