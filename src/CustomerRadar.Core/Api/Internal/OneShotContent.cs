using System.Net;
using System.Net.Http.Headers;

namespace CustomerRadar.Core.Api.Internal;

/// <summary>
/// A JSON body that knows whether its last byte was handed to the connection, and that can be handed over only once: whatever the
/// handler does on a stale connection, one call is one request.
/// </summary>
internal sealed class OneShotContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _body;
    private int _started;

    public OneShotContent(ReadOnlyMemory<byte> body)
    {
        _body = body;
        // Exactly what the documentation shows, without a charset.
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>True once the API may have the whole body.</summary>
    public bool IsOut { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        if (Interlocked.Exchange(ref _started, 1) == 1)
            throw new HttpRequestException("The request body was sent already; it is never sent twice.");
        await stream.WriteAsync(_body);
        IsOut = true;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
