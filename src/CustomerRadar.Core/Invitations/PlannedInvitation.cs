using CustomerRadar.Core.Api;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Invitations;

/// <summary>A row to be: one interaction under one rule, with its due time.</summary>
/// <param name="Interaction">What happened.</param>
/// <param name="Rule">The rule that invites.</param>
/// <param name="Connection">The connection it will go out on, for pauses and pages.</param>
/// <param name="DueAt">When it is to be sent.</param>
public sealed record PlannedInvitation(Interaction Interaction, RuleKey Rule, ConnectionKey Connection, DateTimeOffset DueAt);
