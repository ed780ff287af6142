using System.Net;

namespace CustomerRadar.Core.Api;

/// <summary>How the API is called. Times are limits of one request, not of an invitation: retries belong to the row.</summary>
public sealed class ApiOptions
{
    /// <summary>The longest wait for a connection, 1 s to 60 s and not longer than <see cref="TotalTimeout"/>. Default 5 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest time from the first attempt to connect to the last byte of the answer, 2 s to 300 s. Default 30 s. A lease lasts at least three times as long.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Requests a second and connection, 0.1 to 100. Default 5. Customer Radar documents no limit, so ours is modest.</summary>
    public double RequestsPerSecond { get; set; } = 5;

    /// <summary>Requests that may leave at once after a pause, 1 to 100. Default 10.</summary>
    public int Burst { get; set; } = 10;

    /// <summary>
    /// Invitation requests of a connection that are out at once, 1 to 64, shared by the live nodes (at least one each). Default 4. An API
    /// that hangs makes at most so many rows Unconfirmed before its first failure is seen.
    /// </summary>
    public int InFlight { get; set; } = 4;

    /// <summary>The proxy that the host uses for its own calls; null (default) for the system's.</summary>
    public IWebProxy? Proxy { get; set; }
}
