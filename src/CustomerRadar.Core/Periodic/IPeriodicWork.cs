namespace CustomerRadar.Core.Periodic;

/// <summary>Work that is done again and again, by one node at a time. The job library calls it; Core knows no clockwork.</summary>
public interface IPeriodicWork
{
    /// <summary>Lower-case letters and dashes; names the job and its lease. Never renamed: it stands in stored jobs.</summary>
    string Name { get; }

    /// <summary>How often, one minute to one day.</summary>
    TimeSpan Interval { get; }

    /// <summary>How long one run may keep other nodes away, at the most; a node that dies holds the work up for so long.</summary>
    TimeSpan LeaseLength { get; }

    /// <summary>Does it once. A run that is cut off is done again next time, and nothing is done twice by that.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
