using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Jobs.Internal;

/// <summary>A job to be: which row, and when.</summary>
internal readonly record struct WakeUp(InvitationId Invitation, DateTimeOffset DueAt);
