using System.Threading.Channels;
using CustomerRadar.Core.Invitations;
using Microsoft.Extensions.Logging;

namespace CustomerRadar.Jobs.Internal;

/// <summary>
/// Takes wake-ups on the thread of a checkout and writes them on one of its own. What does not fit or cannot be written is dropped and
/// counted: the sweep finds the row.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "Lives as long as the process; CloseAsync ends what it holds.")]
internal sealed partial class InvitationScheduler : IInvitationScheduler
{
    /// <summary>Wake-ups held in memory while the storage is slow or not open yet; 32 bytes each.</summary>
    internal const int Capacity = 10_000;

    private readonly Channel<WakeUp> _waiting = Channel.CreateBounded<WakeUp>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly CancellationTokenSource _abandoned = new();
    private readonly DropCounter _drops;
    private readonly ILogger<InvitationScheduler> _log;
    private Task _writing = Task.CompletedTask;

    public InvitationScheduler(TimeProvider time, ILogger<InvitationScheduler> log)
    {
        _log = log;
        _drops = new DropCounter(time, LogDropped);
    }

    public void Schedule(InvitationId id, DateTimeOffset dueAt)
    {
        if (!_waiting.Writer.TryWrite(new WakeUp(id, dueAt)))
            _drops.Count(null);
    }

    /// <summary>Starts writing what has come in and what will come. Called once, when the storage is open.</summary>
    public void Open(JobQueue queue) => _writing = Task.Run(() => WriteAsync(queue));

    /// <summary>Takes no more and writes what is there, until <paramref name="cancellationToken"/> ends that.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        try
        {
            await _writing.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await _abandoned.CancelAsync();
        }
    }

    private async Task WriteAsync(JobQueue queue)
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (!_abandoned.IsCancellationRequested && _waiting.Reader.TryRead(out var wakeUp))
                Write(queue, wakeUp);
            if (_abandoned.IsCancellationRequested)
                return;
        }
    }

    private void Write(JobQueue queue, WakeUp wakeUp)
    {
        try
        {
            queue.Add(wakeUp);
        }
#pragma warning disable CA1031 // The edge of the writer: it outlives every failure of the storage; the row is there.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _drops.Count(failure);
        }
    }

    [LoggerMessage(3010, LogLevel.Warning, "{Count} wake-ups could not be kept as jobs; the sweep finds their invitations")]
    private partial void LogDropped(Exception? last, long count);
}
