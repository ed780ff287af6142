using System.Net;
using System.Net.Sockets;

namespace CustomerRadar.Jobs.Tests.Whole;

/// <summary>An API that hangs: it takes every connection and every request, and never says a word.</summary>
internal sealed class SilentApi : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;
    private int _logIns;
    private int _invitations;

    /// <param name="address">Where it listens; the port must be free.</param>
    public SilentApi(Uri address)
    {
        _listener = new TcpListener(IPAddress.Loopback, address.Port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>How many log-ins have come.</summary>
    public int LogIns => Volatile.Read(ref _logIns);

    /// <summary>How many invitation requests have come.</summary>
    public int Invitations => Volatile.Read(ref _invitations);

    /// <summary>Cuts what is still open, and frees the port.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        await Task.WhenAll(_connections);
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _connections.Add(ReadAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (OperationCanceledException)
        {
            // It has ended.
        }
    }

    private async Task ReadAsync(TcpClient client)
    {
        using (client)
        using (var reader = new StreamReader(client.GetStream()))
        {
            try
            {
                while (await reader.ReadLineAsync(_end.Token) is { } line)
                {
                    if (line.StartsWith("POST /auth/login ", StringComparison.Ordinal))
                        Interlocked.Increment(ref _logIns);
                    else if (line.StartsWith("POST /invitation ", StringComparison.Ordinal))
                        Interlocked.Increment(ref _invitations);
                }
            }
            catch (Exception cut) when (cut is IOException or OperationCanceledException)
            {
                // By the client, whose patience is over, or by the end.
            }
        }
    }
}
