using System.Threading.RateLimiting;

namespace CustomerRadar.Core.Api.Internal;

/// <summary>The limits of one connection. A request takes as many permits of each as nodes share it: what one node gets is the whole part.</summary>
internal sealed class ConnectionPace(ApiOptions options) : IDisposable
{
    private readonly ConcurrencyLimiter _inFlight = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.InFlight,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private readonly TokenBucketRateLimiter _rate = new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = options.Burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1 / options.RequestsPerSecond),
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    // Not disposed of: its wait handle is never asked for, and who waits for it is to hear it from the limiter.
    private readonly SemaphoreSlim _turn = new(1);
    private int _owed;

    public async ValueTask<IDisposable> EnterAsync(int liveNodes, CancellationToken cancellationToken)
    {
        // The slot before the rate: a rate slot taken by a request that then waits for a slow API would be wasted, or leave in a heap later.
        var slot = await TakeAsync(_inFlight, Math.Min(liveNodes, options.InFlight), cancellationToken);
        try
        {
            await TakeRateAsync(liveNodes, cancellationToken);
            return slot;
        }
        catch
        {
            slot.Dispose();
            throw;
        }
    }

    // One request at least may leave at once, whatever the burst; what its share of more nodes costs besides is paid before the next one.
    private async ValueTask TakeRateAsync(int liveNodes, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            while (_owed > 0)
            {
                var part = Math.Min(_owed, options.Burst);
                using var paid = await TakeAsync(_rate, part, cancellationToken);
                _owed -= part;
            }

            var first = Math.Min(liveNodes, options.Burst);
            using var rate = await TakeAsync(_rate, first, cancellationToken);
            _owed = liveNodes - first;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _inFlight.Dispose();
        _rate.Dispose();
    }

    private static async ValueTask<RateLimitLease> TakeAsync(RateLimiter limiter, int permits, CancellationToken cancellationToken)
    {
        var lease = await limiter.AcquireAsync(permits, cancellationToken);
        if (lease.IsAcquired)
            return lease;
        lease.Dispose();
        // The queue is practically unbounded: a limiter that lets nobody in was disposed of under the waiting.
        throw new ObjectDisposedException(nameof(RequestPace));
    }
}
