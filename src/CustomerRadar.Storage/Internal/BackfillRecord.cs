using CustomerRadar.Core.Periodic;

namespace CustomerRadar.Storage.Internal;

/// <summary>A backfill as the database gives it.</summary>
internal sealed class BackfillRecord
{
    public long Id { get; set; }

    public string StoreKey { get; set; } = "";

    public string RuleKey { get; set; } = "";

    public long FromAt { get; set; }

    public long UntilAt { get; set; }

    public int PerHour { get; set; }

    public int Expected { get; set; }

    public string ByWhom { get; set; } = "";

    public string State { get; set; } = "";

    public string? Reason { get; set; }

    public string? PageCursor { get; set; }

    public int Seen { get; set; }

    public int Planned { get; set; }

    public int Invited { get; set; }

    public long? NextDueAt { get; set; }

    public long CreatedAt { get; set; }

    public long ChangedAt { get; set; }

    public BackfillState StateValue => Enum.Parse<BackfillState>(State);

    public BackfillProgress Progress => new(PageCursor, Seen, Planned, Invited, Instants.At(NextDueAt));

    public Backfill Backfill() => new(
        Id,
        new BackfillPlan(
            Core.Invitations.StoreKey.Parse(StoreKey),
            Core.Rules.RuleKey.Parse(RuleKey),
            Instants.At(FromAt),
            Instants.At(UntilAt),
            PerHour,
            Expected,
            ByWhom),
        StateValue,
        Reason,
        Progress,
        Instants.At(CreatedAt),
        Instants.At(ChangedAt));
}
