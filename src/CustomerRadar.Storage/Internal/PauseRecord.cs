using CustomerRadar.Core.Pauses;

namespace CustomerRadar.Storage.Internal;

/// <summary>A scope as the database gives it; without a cause nothing is known of it.</summary>
internal sealed class PauseRecord
{
    public long ReadAt { get; set; }

    public string? Scope { get; set; }

    public string? Cause { get; set; }

    public long? ClosedUntil { get; set; }

    public long? Since { get; set; }

    public string? Reason { get; set; }

    public string? Advice { get; set; }

    public int? Troubles { get; set; }

    public int? Probes { get; set; }

    public string? Probe { get; set; }

    public string? Settings { get; set; }

    public Pause? Pause() => Cause is null ? null : new Pause
    {
        Scope = PauseScope.Stored(Scope!),
        Cause = Enum.Parse<PauseCause>(Cause),
        ClosedUntil = Instants.At(ClosedUntil),
        Since = Instants.At(Since),
        Reason = Reason ?? "",
        Advice = Advice,
        Troubles = Troubles ?? 0,
        Probes = Probes ?? 0,
        Probe = Probe is null ? null : Guid.Parse(Probe),
        Settings = Settings,
    };
}
