using CustomerRadar.Core.Periodic;

namespace CustomerRadar.Jobs.Tests;

/// <summary>Periodic work that a test steers.</summary>
internal sealed class SomeWork(string name) : IPeriodicWork
{
    private int _runs;

    public string Name => name;

    public TimeSpan Interval { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan LeaseLength { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What a run does.</summary>
    public Func<CancellationToken, Task> WhenRun { get; set; } = _ => Task.CompletedTask;

    /// <summary>How many runs have begun.</summary>
    public int Runs => Volatile.Read(ref _runs);

    public Task RunAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _runs);
        return WhenRun(cancellationToken);
    }
}
