namespace CustomerRadar.Core.Invitations;

/// <summary>A row came to a state in which it stays until somebody does something: Accepted, Skipped, Failed, Unconfirmed or Cancelled.</summary>
/// <param name="Mark">Its place among all changes.</param>
/// <param name="At">When, by the database's clock.</param>
/// <param name="Store">Of which store.</param>
/// <param name="Subject">Of which order or booking.</param>
/// <param name="State">Which state.</param>
/// <param name="Why">In plain words.</param>
/// <param name="Advice">What to do about it; null when nothing is to be done, or when the row has gone on since.</param>
/// <param name="Reference">The reference of an accepted invitation, when Customer Radar gave one.</param>
public sealed record Outcome(
    long Mark, DateTimeOffset At, StoreKey Store, SubjectKey Subject, InvitationState State, string Why, string? Advice, string? Reference);
