using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Gateway.Invitations;

/// <summary>An invitation as the API shows it.</summary>
internal sealed record InvitationView(
    long Id,
    string Store,
    string Trigger,
    string Subject,
    DateTimeOffset OccurredAt,
    string Origin,
    string Rule,
    string Connection,
    string State,
    string? Reason,
    string? Advice,
    DateTimeOffset DueAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt,
    int Attempts,
    string? Reference,
    int? Status,
    string? Code)
{
    public static InvitationView Of(InvitationRow row) => new(
        row.Id.Value,
        row.Interaction.Store.ToString(),
        row.Interaction.Trigger.ToString(),
        row.Interaction.Subject.ToString(),
        row.Interaction.OccurredAt,
        row.Interaction.Origin.ToString(),
        row.Rule.ToString(),
        row.Connection.ToString(),
        row.State.ToString(),
        row.Reason,
        row.Advice,
        row.DueAt,
        row.CreatedAt,
        row.ChangedAt,
        row.Attempts,
        row.Reference,
        row.Status,
        row.Code);
}
