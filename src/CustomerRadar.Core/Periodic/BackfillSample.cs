using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Periodic;

/// <summary>One interaction that a backfill would look at.</summary>
/// <param name="Interaction">What happened.</param>
/// <param name="IsInvited">True: it would be passed over, since a rule of the connection has invited that subject or is about to.</param>
public sealed record BackfillSample(Interaction Interaction, bool IsInvited);
