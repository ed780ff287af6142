using System.Collections.Concurrent;
using CustomerRadar.Core.Api.Internal;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Api;

/// <summary>
/// Lets the invitation requests of each connection out: so many at once (<see cref="ApiOptions.InFlight"/>) and so many a second
/// (<see cref="ApiOptions.RequestsPerSecond"/>, <see cref="ApiOptions.Burst"/>). Callers wait for their turn, in order.
/// </summary>
public sealed class RequestPace(IOptions<ApiOptions> options) : IDisposable
{
    private readonly ConcurrentDictionary<ConnectionKey, Lazy<ConnectionPace>> _connections = new();
    private volatile int _liveNodes = 1;

    /// <summary>
    /// How many nodes share the limits, at least 1. Default 1. Each request takes as many permits, so this node keeps to its share from the
    /// next request on, and to one request at once at least.
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

    /// <summary>Waits until a request may leave on a connection: first for an in-flight slot, then for a rate slot.</summary>
    /// <param name="connection">Whose limits count.</param>
    /// <param name="cancellationToken">Gives up the place in the queue, and the in-flight slot if it was there already.</param>
    /// <returns>The in-flight slot: dispose of it when the request has ended, whatever became of it. Disposing of it twice is harmless.</returns>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    /// <exception cref="ObjectDisposedException">The host is stopping.</exception>
    public ValueTask<IDisposable> EnterAsync(ConnectionKey connection, CancellationToken cancellationToken) =>
        _connections.GetOrAdd(connection, _ => new Lazy<ConnectionPace>(() => new ConnectionPace(options.Value)))
            .Value.EnterAsync(LiveNodes, cancellationToken);

    /// <summary>Stops the limiters; who still waits gets an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        foreach (var connection in _connections.Values)
            connection.Value.Dispose();
    }
}
