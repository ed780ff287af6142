using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CustomerRadar.Core.Tests.Api;

/// <summary>One connection to a <see cref="RawServer"/>.</summary>
internal sealed class RawConnection(RawServer server, Socket socket) : IAsyncDisposable
{
    private readonly NetworkStream _stream = new(socket, ownsSocket: true);

    /// <summary>Reads one request whole. False when the client closed the connection instead.</summary>
    public async Task<bool> ReadRequestAsync()
    {
        if (await ReadHeadAsync() is not { } head)
            return false;
        var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))?[15..] ?? "0";
        var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await _stream.ReadExactlyAsync(body);
        server.Add(head + Encoding.UTF8.GetString(body));
        return true;
    }

    /// <summary>Reads up to the empty line and not a byte further; null when the client closed the connection.</summary>
    public async Task<string?> ReadHeadAsync()
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await _stream.ReadAsync(one) == 0)
                return null;
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    public Task WriteAsync(string text) => _stream.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();

    /// <summary>Cuts the connection with a reset instead of a proper end.</summary>
    public void Reset() => socket.Close(timeout: 0);

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
