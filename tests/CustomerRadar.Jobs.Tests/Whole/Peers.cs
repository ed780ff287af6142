using System.Net;
using System.Net.Sockets;
using System.Text;
using CustomerRadar.Core.Api;

namespace CustomerRadar.Jobs.Tests.Whole;

/// <summary>Addresses on loopback where no API is.</summary>
internal static class Peers
{
    /// <summary>A port that was free a moment ago: nobody answers there.</summary>
    public static BaseAddress NobodyListens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return Address("http", listener);
    }

    /// <summary>Connections are made, by the system's queue, and nobody says a word in them.</summary>
    public static BaseAddress Silent(TcpListener listener)
    {
        listener.Start();
        return Address("https", listener);
    }

    /// <summary>Connections are made, and what answers does not speak TLS.</summary>
    public static BaseAddress WithoutTls(TcpListener listener)
    {
        listener.Start();
        _ = AnswerAsync();
        return Address("https", listener);

        async Task AnswerAsync()
        {
            // Until the listener is disposed of.
            while (true)
            {
                using var socket = await listener.AcceptSocketAsync();
                await socket.SendAsync(Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"));
            }
        }
    }

    private static BaseAddress Address(string scheme, TcpListener listener) => BaseAddress.Parse($"{scheme}://{listener.LocalEndpoint}");
}
