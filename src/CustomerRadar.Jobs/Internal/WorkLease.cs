using CustomerRadar.Core.Invitations;
using Microsoft.Extensions.Logging;

namespace CustomerRadar.Jobs.Internal;

/// <summary>A named lease in hand: prolonged at every third of its length, given back by disposing of it.</summary>
internal sealed partial class WorkLease : IAsyncDisposable
{
    private readonly INamedLeases _leases;
    private readonly string _name;
    private readonly string _holder;
    private readonly TimeSpan _length;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _keeping;

    /// <param name="leases">Keeps it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="holder">Who took it.</param>
    /// <param name="length">For how long at a time.</param>
    /// <param name="asked">The timestamp before it was asked for: it may end so long after that.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Where trouble is told.</param>
    public WorkLease(INamedLeases leases, string name, string holder, TimeSpan length, long asked, TimeProvider time, ILogger log)
    {
        _leases = leases;
        _name = name;
        _holder = holder;
        _length = length;
        _time = time;
        _log = log;
        // Without a word from the database it ends by itself, also when that word never comes.
        _lost = new CancellationTokenSource(Left(asked), time);
        _keeping = KeepAsync();
    }

    /// <summary>Cancelled when the lease has ended, or may have: another node may be at the work.</summary>
    public CancellationToken Lost => _lost.Token;

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _keeping;
        try
        {
            // Not cancellable: a server that stops should leave the work to the others.
            await _leases.ReleaseAsync(_name, _holder, CancellationToken.None);
        }
#pragma warning disable CA1031 // The work is done; the lease ends by itself.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            LogNotReleased(problem, _name, _length);
        }

        _lost.Dispose();
        _ended.Dispose();
    }

    private async Task KeepAsync()
    {
        while (true)
        {
            await Task.Delay(_length / 3, _time, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_ended.IsCancellationRequested || _lost.IsCancellationRequested)
                return;
            await ProlongAsync();
        }
    }

    private async Task ProlongAsync()
    {
        var asked = _time.GetTimestamp();
        try
        {
            if (await _leases.TryTakeAsync(_name, _holder, _length, _ended.Token))
                _lost.CancelAfter(Left(asked));
            else
                await _lost.CancelAsync();
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The work was done before the answer came.
        }
#pragma warning disable CA1031 // The edge of the keeping: what is not prolonged ends by itself, and the work is told.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            LogNotProlonged(problem, _name);
        }
    }

    private TimeSpan Left(long asked) => _length - _time.GetElapsedTime(asked) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    [LoggerMessage(3032, LogLevel.Warning, "The lease {Lease} could not be prolonged; trying again until it ends")]
    private partial void LogNotProlonged(Exception problem, string lease);

    [LoggerMessage(3033, LogLevel.Warning, "The lease {Lease} could not be given back; it ends by itself within {Length}")]
    private partial void LogNotReleased(Exception problem, string lease, TimeSpan length);
}
