using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Api;

/// <summary>The client-side rate limit of each connection: callers wait for their turn, in order.</summary>
public sealed class RequestPace(IOptions<ApiOptions> options) : IDisposable
{
    private readonly ConcurrentDictionary<ConnectionKey, TokenBucketRateLimiter> _limiters = new();

    /// <summary>Waits until a request may leave on a connection.</summary>
    public async ValueTask WaitAsync(ConnectionKey connection, CancellationToken cancellationToken)
    {
        using var lease = await _limiters.GetOrAdd(connection, _ => Limiter()).AcquireAsync(1, cancellationToken);
        if (!lease.IsAcquired)
            throw new InvalidOperationException("The queue of requests is full.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var limiter in _limiters.Values)
            limiter.Dispose();
    }

    private TokenBucketRateLimiter Limiter() => new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = options.Value.Burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1 / options.Value.RequestsPerSecond),
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });
}
