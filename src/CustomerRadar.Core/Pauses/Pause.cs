namespace CustomerRadar.Core.Pauses;

/// <summary>
/// What is known of a scope in trouble. It is closed while <see cref="ClosedUntil"/> lies ahead; afterwards one row may try (the probe),
/// and moves <see cref="ClosedUntil"/> to the end of its try, so that no other does at the same time.
/// </summary>
public sealed record Pause
{
    /// <summary>What it covers.</summary>
    public required PauseScope Scope { get; init; }

    /// <summary>Why.</summary>
    public required PauseCause Cause { get; init; }

    /// <summary>Until when nobody enters; null while troubles are only counted. By the database's clock.</summary>
    public DateTimeOffset? ClosedUntil { get; init; }

    /// <summary>When it was closed first; null while troubles are only counted.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Why, in plain words for the merchant.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What to do about it; null when nothing is to be done.</summary>
    public string? Advice { get; init; }

    /// <summary>Troubles in a row.</summary>
    public int Troubles { get; init; }

    /// <summary>Probes that have failed.</summary>
    public int Probes { get; init; }

    /// <summary>The sign of the row that is probing (<see cref="Invitations.Lease.Probe"/>); null when none is.</summary>
    public Guid? Probe { get; init; }

    /// <summary>A mark of the settings that it was closed under, the connection's or the rule's: other settings end it. Null where settings play no part.</summary>
    public string? Settings { get; init; }

    /// <summary>True when it has been closed, whether or not a probe is due.</summary>
    public bool IsClosed => ClosedUntil is not null;

    /// <summary>True when no probe ends it, only a person.</summary>
    public bool NeedsPerson => Cause is PauseCause.Operator or PauseCause.Copy;
}
