using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Jobs.Internal;

/// <summary>
/// Says every half minute that this node sends, and learns how many others do, so that the limits of a connection are shared. A loop of its
/// own: when all workers are busy, sharing matters most. A node that dies is counted until its lease ends.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "Lives as long as the process; StopAsync ends what it holds.")]
internal sealed partial class NodeBeat(
    INamedLeases leases,
    RequestPace pace,
    IOptions<SendingOptions> sending,
    TimeProvider time,
    ILogger<NodeBeat> log)
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan LeaseLength = TimeSpan.FromSeconds(90);

    private readonly CancellationTokenSource _stopping = new();
    private Task? _beating;
    private bool _failing;

    public void Start() => _beating = Detached.Run(KeepBeatingAsync);

    /// <summary>Ends the loop and leaves the count; nothing when it was never started.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        if (_beating is null)
            return;
        try
        {
            await _beating.WaitAsync(cancellationToken);
            await leases.ReleaseAsync(Name, Holder, cancellationToken);
        }
#pragma warning disable CA1031 // The edge of the stop: the other nodes count this one until its lease ends.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            LogNotLeft(problem, LeaseLength);
        }
    }

    private string Name => LeaseNames.OfNode(sending.Value.Worker);

    private string Holder => LeaseNames.Holder(sending.Value.Worker);

    private async Task KeepBeatingAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            // Made before the beat: whoever moves the clock after it moves this wait too.
            var pause = Task.Delay(Interval, time, _stopping.Token);
            await BeatAsync();
            await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task BeatAsync()
    {
        try
        {
            await leases.TryTakeAsync(Name, Holder, LeaseLength, _stopping.Token);
            var nodes = Math.Max(1, await leases.CountAsync(LeaseNames.NodePrefix, _stopping.Token));
            if (nodes != pace.LiveNodes)
                LogNodes(nodes);
            pace.LiveNodes = nodes;
            _failing = false;
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The stop says the rest.
        }
#pragma warning disable CA1031 // The edge of the loop: it outlives the database; the last count stays.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            if (!_failing)
                LogFailed(problem, pace.LiveNodes);
            _failing = true;
        }
    }

    [LoggerMessage(3040, LogLevel.Information, "{Nodes} nodes share the limits of the connections now")]
    private partial void LogNodes(int nodes);

    [LoggerMessage(3041, LogLevel.Warning, "The other nodes could not be counted; this one goes on as one of {Nodes}, and tries again every half minute")]
    private partial void LogFailed(Exception problem, int nodes);

    [LoggerMessage(3042, LogLevel.Information, "This node could not say that it ends; the others count it for up to {LeaseLength} more")]
    private partial void LogNotLeft(Exception problem, TimeSpan leaseLength);
}
