namespace Nop.Plugin.Misc.CustomerRadar.Backfills;

/// <summary>What became of counting or starting.</summary>
/// <param name="Faults">What is wrong; with any of them there is nothing else.</param>
/// <param name="Count">How many there are; those invited already are among them.</param>
/// <param name="Sample">The newest of them.</param>
/// <param name="Counted">From which fields.</param>
public sealed record BackfillAnswer(IReadOnlyList<BackfillFault> Faults, int Count, IReadOnlyList<BackfillSampleRow> Sample, string Counted)
{
    /// <summary>True: it was started.</summary>
    public bool IsStarted { get; init; }

    /// <summary>True: it was to be started, and the fields are not those that were counted.</summary>
    public bool IsOutdated { get; init; }
}
