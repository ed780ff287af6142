using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Storage.Internal;

/// <summary>A row of the outbox as the database gives it.</summary>
internal sealed class InvitationRecord
{
    public long Id { get; set; }

    public string StoreKey { get; set; } = "";

    public string RuleKey { get; set; } = "";

    public string Subject { get; set; } = "";

    public string ConnectionKey { get; set; } = "";

    public string TriggerName { get; set; } = "";

    public string Origin { get; set; } = "";

    public string State { get; set; } = "";

    public long OccurredAt { get; set; }

    public long CreatedAt { get; set; }

    public long ChangedAt { get; set; }

    public long FirstDueAt { get; set; }

    public long DueAt { get; set; }

    public int Attempts { get; set; }

    public int Retries { get; set; }

    public long? TroubleSince { get; set; }

    public string? LeaseId { get; set; }

    public string? LeasedBy { get; set; }

    public long? LeaseUntil { get; set; }

    public long? RequestStartedAt { get; set; }

    public string? CancelRequested { get; set; }

    public string? Reason { get; set; }

    public string? Advice { get; set; }

    public string? Reference { get; set; }

    public int? Status { get; set; }

    public string? Code { get; set; }

    public string? Customer { get; set; }

    public string? Note { get; set; }

    public string? HeldBy { get; set; }

    public long? BlockedBy { get; set; }

    public string? CancelCause { get; set; }

    public int SendNow { get; set; }

    public int Confirmed { get; set; }

    public int Revived { get; set; }

    public int InDoubt { get; set; }

    public InvitationState StateValue => Enum.Parse<InvitationState>(State);

    /// <summary>Before script 2 nothing but a subject cancelled a row.</summary>
    public CancelCause CancelCauseValue => CancelCause is null ? Core.Invitations.CancelCause.Subject : Enum.Parse<CancelCause>(CancelCause);

    private Interaction Interaction => new(
        Core.Invitations.StoreKey.Parse(StoreKey),
        Enum.Parse<Trigger>(TriggerName),
        SubjectKey.Parse(Subject),
        Instants.At(OccurredAt),
        Enum.Parse<InteractionOrigin>(Origin))
    {
        Customer = Customer,
        Note = Note,
    };

    public LeasedInvitation Leased() => new()
    {
        // A lease is taken by the very write that sets ChangedAt.
        Lease = new Lease(new InvitationId(Id), Guid.Parse(LeaseId!), Instants.At(ChangedAt), Instants.At(LeaseUntil!.Value)),
        Interaction = Interaction,
        Rule = Core.Rules.RuleKey.Parse(RuleKey),
        FirstDueAt = Instants.At(FirstDueAt),
        DueAt = Instants.At(DueAt),
        Attempts = Attempts,
        Retries = Retries,
        TroubleSince = TroubleSince is { } since ? Instants.At(since) : null,
        CancelRequested = CancelRequested,
        CancelCause = CancelCauseValue,
        SendNow = SendNow == 1,
        Confirmed = Confirmed == 1,
    };

    public InvitationRow Row() => new()
    {
        Id = new InvitationId(Id),
        Interaction = Interaction,
        Rule = Core.Rules.RuleKey.Parse(RuleKey),
        Connection = Core.Api.ConnectionKey.Parse(ConnectionKey),
        State = StateValue,
        Reason = Reason,
        Advice = Advice,
        HeldBy = HeldBy is null ? null : PauseScope.Stored(HeldBy),
        BlockedBy = BlockedBy is { } blocker ? new InvitationId(blocker) : null,
        CreatedAt = Instants.At(CreatedAt),
        FirstDueAt = Instants.At(FirstDueAt),
        DueAt = Instants.At(DueAt),
        ChangedAt = Instants.At(ChangedAt),
        Attempts = Attempts,
        Reference = Reference,
        Status = Status,
        Code = Code,
    };
}
