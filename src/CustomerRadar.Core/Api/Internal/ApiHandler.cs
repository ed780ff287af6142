namespace CustomerRadar.Core.Api.Internal;

/// <summary>The handler under the client: our own, since a host's shared one follows redirects and has no connect time-out.</summary>
internal static class ApiHandler
{
    // Long enough to reuse connections, short enough to notice a change in DNS.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // A server that closes an idle connection in the moment a request leaves on it makes that invitation Unconfirmed. Five seconds is
    // the shortest idle time in common use (Node.js), so ours ends before; in a burst connections are still reused.
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(3);

    public static SocketsHttpHandler Create(ApiOptions options) => new()
    {
        ConnectTimeout = options.ConnectTimeout,
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = ConnectionLifetime,
        PooledConnectionIdleTimeout = IdleTime,
        Proxy = options.Proxy,
        UseProxy = true,
        // The host's trace context and baggage are none of the API's business.
        ActivityHeadersPropagator = null,
    };
}
