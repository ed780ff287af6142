using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Periodic;

/// <summary>How many rows ended in a state on a day.</summary>
/// <param name="Day">The UTC day.</param>
/// <param name="Connection">Of which connection.</param>
/// <param name="Rule">Of which rule.</param>
/// <param name="State">In which state.</param>
/// <param name="Count">How many.</param>
public sealed record DailyCount(DateOnly Day, ConnectionKey Connection, RuleKey Rule, InvitationState State, int Count);
