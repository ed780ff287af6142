using System.Text.Json;

namespace CustomerRadar.Sandbox.Hosting.Internal;

/// <summary>A request's body, read whole before anything is decided, so that an early answer never meets a client still sending.</summary>
internal sealed class RequestBody
{
    /// <summary>The greatest body in bytes; Kestrel answers 413 beyond it.</summary>
    public const int Limit = 1024 * 1024;

    private readonly ReadOnlyMemory<byte> _bytes;

    private RequestBody(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    public static async Task<RequestBody> ReadAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        return new RequestBody(buffer.ToArray());
    }

    /// <summary>False when the body is not JSON.</summary>
    public bool TryParse(out JsonElement json)
    {
        try
        {
            using var document = JsonDocument.Parse(_bytes);
            json = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            json = default;
            return false;
        }
    }
}
