using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Api;

/// <summary>
/// The client-side rate limit of each connection (<see cref="ApiOptions.RequestsPerSecond"/>, <see cref="ApiOptions.Burst"/>): callers wait
/// for their turn, in order.
/// </summary>
public sealed class RequestPace(IOptions<ApiOptions> options) : IDisposable
{
    private readonly ConcurrentDictionary<ConnectionKey, Lazy<TokenBucketRateLimiter>> _limiters = new();
    private volatile int _liveNodes = 1;

    /// <summary>
    /// How many nodes share the limit, at least 1. Default 1. Each request takes as many permits, so this node keeps to its share from the
    /// next request on. Beyond <see cref="ApiOptions.Burst"/> nodes it has no further effect.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int LiveNodes
    {
        get => _liveNodes;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _liveNodes = value;
        }
    }

    /// <summary>Waits until a request may leave on a connection.</summary>
    /// <param name="connection">Whose limit counts.</param>
    /// <param name="cancellationToken">Gives up the place in the queue.</param>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    /// <exception cref="ObjectDisposedException">The host is stopping.</exception>
    public async ValueTask WaitAsync(ConnectionKey connection, CancellationToken cancellationToken)
    {
        var limiter = _limiters.GetOrAdd(connection, _ => new Lazy<TokenBucketRateLimiter>(Limiter)).Value;
        using var lease = await limiter.AcquireAsync(Math.Min(LiveNodes, options.Value.Burst), cancellationToken);
        // The queue is unbounded: a limiter that lets nobody in was disposed of under the waiting.
        ObjectDisposedException.ThrowIf(!lease.IsAcquired, this);
    }

    /// <summary>Stops the limiters; who still waits gets an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        foreach (var limiter in _limiters.Values)
            limiter.Value.Dispose();
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
