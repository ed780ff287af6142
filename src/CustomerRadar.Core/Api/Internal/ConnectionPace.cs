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

    public async ValueTask<IDisposable> EnterAsync(int liveNodes, CancellationToken cancellationToken)
    {
        // The slot before the rate: a rate slot taken by a request that then waits for a slow API would be wasted, or leave in a heap later.
        var slot = await TakeAsync(_inFlight, Math.Min(liveNodes, options.InFlight), cancellationToken);
        try
        {
            using var rate = await TakeAsync(_rate, Math.Min(liveNodes, options.Burst), cancellationToken);
            return slot;
        }
        catch
        {
            slot.Dispose();
            throw;
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
