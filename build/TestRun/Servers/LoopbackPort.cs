using System.Net;
using System.Net.Sockets;

namespace CustomerRadar.TestRun.Servers;

/// <summary>Ports for servers that cannot choose one themselves.</summary>
internal static class LoopbackPort
{
    /// <summary>A port that is free now; whoever starts a server on it tries again when another process was faster.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
