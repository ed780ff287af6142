namespace CustomerRadar.Core.Invitations;

/// <summary>One line of an invitation's history.</summary>
/// <param name="At">When, by the database's clock.</param>
/// <param name="From">The state before; null for the line that wrote the row.</param>
/// <param name="To">The state after; the same as before for a note.</param>
/// <param name="By">Who or what: a worker, the sweeper, an operator.</param>
/// <param name="Why">In plain words.</param>
public sealed record HistoryLine(DateTimeOffset At, InvitationState? From, InvitationState To, string By, string Why);
