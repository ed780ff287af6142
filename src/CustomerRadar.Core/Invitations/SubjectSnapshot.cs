using CustomerRadar.Core.Api;
using CustomerRadar.Core.Metadata;

namespace CustomerRadar.Core.Invitations;

/// <summary>An order or booking as it is now, with the fields that a rule asked for.</summary>
public sealed record SubjectSnapshot
{
    /// <summary>Whether it still stands. Default <see cref="SubjectStatus.Active"/>.</summary>
    public SubjectStatus Status { get; init; }

    /// <summary>Why it does not stand, in plain words; null when it does.</summary>
    public string? StatusReason { get; init; }

    /// <summary>The instant of what the rule waits for, as the platform knows it now; null: as the interaction said.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Why what the rule waits for has not wholly happened yet, for example an open shipment; null when it has.</summary>
    public string? Awaits { get; init; }

    /// <summary>The customer's number in the shop; null where the platform has none.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Whom to ask.</summary>
    public Contact Contact { get; init; } = new();

    /// <summary>Why somebody on the platform, for example another plugin, does not want this invitation, in plain words; null (default) when nobody minds.</summary>
    public string? Objection { get; init; }

    /// <summary>
    /// Gives the mapped entry its last shape, for example with metadata that only the platform knows; null (default) for none. It does no I/O.
    /// Whom to ask is not its to say: e-mail address and number stay what they were, since opt-outs and caps were looked up for them.
    /// </summary>
    public Func<InvitationEntry, InvitationEntry>? Finish { get; init; }

    /// <summary>The fields that the rule names.</summary>
    public SubjectFields Fields { get; init; } = SubjectFields.Empty;
}
