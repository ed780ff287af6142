using CustomerRadar.Core.Api;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Invitations;

/// <summary>An invitation as a page shows it. No contact: names, e-mails and numbers stay where they came from.</summary>
public sealed record InvitationRow
{
    /// <summary>The row's number.</summary>
    public required InvitationId Id { get; init; }

    /// <summary>What happened.</summary>
    public required Interaction Interaction { get; init; }

    /// <summary>The rule that invites.</summary>
    public required RuleKey Rule { get; init; }

    /// <summary>The connection it goes out on.</summary>
    public required ConnectionKey Connection { get; init; }

    /// <summary>Where it stands.</summary>
    public required InvitationState State { get; init; }

    /// <summary>Why it stands there; null for a row that simply waits.</summary>
    public string? Reason { get; init; }

    /// <summary>What to do about it; null when nothing is to be done.</summary>
    public string? Advice { get; init; }

    /// <summary>The pause that held it when it was last looked at; null for none.</summary>
    public PauseScope? HeldBy { get; init; }

    /// <summary>The row whose reservation was in its way; null for none.</summary>
    public InvitationId? BlockedBy { get; init; }

    /// <summary>When the row was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was first due.</summary>
    public DateTimeOffset FirstDueAt { get; init; }

    /// <summary>When it is (or was) next due.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>How many requests have been started for it.</summary>
    public required int Attempts { get; init; }

    /// <summary>Customer Radar's reference, once accepted.</summary>
    public string? Reference { get; init; }

    /// <summary>The HTTP status of the last answer, when there was one.</summary>
    public int? Status { get; init; }

    /// <summary>The code of the last answer, when there was one.</summary>
    public string? Code { get; init; }
}
