using CustomerRadar.Core.Periodic;
using CustomerRadar.Jobs.Internal;
using Microsoft.Extensions.Logging;

namespace CustomerRadar.Jobs;

/// <summary>
/// Does one <see cref="IPeriodicWork"/> once, on one node at a time: it holds the lease <c>work/NAME</c> meanwhile. A run that fails is
/// logged and comes again at its next time. The name of this type, of its method and the text that it takes stand in stored jobs: never
/// rename or move them.
/// </summary>
public sealed partial class PeriodicJob
{
    private readonly IEnumerable<IPeriodicWork> _works;
    private readonly WorkLeases _leases;
    private readonly ILogger<PeriodicJob> _log;

    internal PeriodicJob(IEnumerable<IPeriodicWork> works, WorkLeases leases, ILogger<PeriodicJob> log)
    {
        _works = works;
        _leases = leases;
        _log = log;
    }

    /// <summary>Does the work, or returns at once when another run of it holds the lease. A run that loses its lease is told to end.</summary>
    /// <param name="name">Which work: <see cref="IPeriodicWork.Name"/>.</param>
    /// <param name="cancellationToken">The server is stopping: the job goes back to its queue.</param>
    public async Task RunAsync(string name, CancellationToken cancellationToken)
    {
        if (_works.FirstOrDefault(work => work.Name == name) is not { } work)
        {
            LogUnknown(name);
            return;
        }

        await using var lease = await _leases.TryTakeAsync(name, work.LeaseLength, cancellationToken);
        if (lease is null)
            return;

        using var run = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        try
        {
            await work.RunAsync(run.Token);
        }
        catch (OperationCanceledException) when (lease.Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            LogCutOff(name);
        }
    }

    [LoggerMessage(3030, LogLevel.Information, "The job for the work {Work} has no work here: it belongs to another version, which runs it on its own nodes")]
    private partial void LogUnknown(string work);

    [LoggerMessage(3031, LogLevel.Warning, "The work {Work} lost its lease and was cut off; it goes on at its next time")]
    private partial void LogCutOff(string work);
}
