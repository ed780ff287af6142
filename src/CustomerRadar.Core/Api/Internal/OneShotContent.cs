using System.Net;
using System.Net.Http.Headers;

namespace CustomerRadar.Core.Api.Internal;

/// <summary>
/// A JSON body that knows how far it got, can be taken back until its first byte leaves, and can be handed over only once: whatever
/// the handler does on a stale connection, one call is one request.
/// </summary>
internal sealed class OneShotContent : HttpContent
{
    private const int Waiting = 0;
    private const int Leaving = 1;
    private const int Out = 2;
    private const int TakenBack = 3;

    private readonly ReadOnlyMemory<byte> _body;
    private int _state = Waiting;

    public OneShotContent(ReadOnlyMemory<byte> body)
    {
        _body = body;
        // Exactly what the documentation shows, without a charset.
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>True once the last byte was handed to the connection: the API may have the whole body.</summary>
    public bool IsOut => Volatile.Read(ref _state) == Out;

    /// <summary>True between the first byte and the last. A write that is cut then may still arrive (overlapped I/O).</summary>
    public bool IsLeaving => Volatile.Read(ref _state) == Leaving;

    public bool IsTakenBack => Volatile.Read(ref _state) == TakenBack;

    /// <summary>Makes sure that nothing leaves any more; false when it is too late for that.</summary>
    public bool TryTakeBack() => Interlocked.CompareExchange(ref _state, TakenBack, Waiting) == Waiting;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _state, Leaving, Waiting) != Waiting)
            throw new HttpRequestException("The request body was taken back or has left already; it is never sent twice.");
        await stream.WriteAsync(_body, cancellationToken);
        Volatile.Write(ref _state, Out);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
