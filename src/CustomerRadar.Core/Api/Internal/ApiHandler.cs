namespace CustomerRadar.Core.Api.Internal;

/// <summary>The handler under the client: our own, since a host's shared one follows redirects and has no connect time-out.</summary>
internal static class ApiHandler
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static SocketsHttpHandler Create(ApiOptions options) => new()
    {
        ConnectTimeout = options.ConnectTimeout,
        AllowAutoRedirect = false,
        UseCookies = false,
        // Long enough to reuse connections, short enough to notice a change in DNS.
        PooledConnectionLifetime = ConnectionLifetime,
        Proxy = options.Proxy,
        UseProxy = true,
    };
}
