using System.Net;
using CustomerRadar.Sandbox.Auth.Internal;
using CustomerRadar.Sandbox.Clients.Internal;
using CustomerRadar.Sandbox.Faults.Internal;
using CustomerRadar.Sandbox.Invitations.Internal;
using CustomerRadar.Sandbox.Pages.Internal;
using CustomerRadar.Sandbox.Requests.Internal;

namespace CustomerRadar.Sandbox.Hosting.Internal;

/// <summary>Puts the web application together. It reads no file and no environment: it is what its options say, wherever it runs.</summary>
internal static class SandboxHost
{
    public static WebApplication Build(SandboxOptions options, Action<ILoggingBuilder>? logging)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBody.Limit;
            kestrel.Listen(EndPointOf(options.Listen));
        });
        logging?.Invoke(builder.Logging);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));

        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(new Tokens(options.TokenLifetime, options.TimeProvider));
        builder.Services.AddSingleton(new Inbox(options.KeepInvitations, options.TimeProvider));
        builder.Services.AddSingleton<RequestCounters>();
        builder.Services.AddSingleton<FaultBoard>();
        builder.Services.AddSingleton<LogInEndpoint>();
        builder.Services.AddSingleton<InvitationEndpoint>();
        builder.Services.AddSingleton<LookupEndpoint>();
        builder.Services.AddSingleton<FaultEndpoints>();
        builder.Services.AddSingleton<LiveInbox>();
        builder.Services.AddSingleton<InboxPage>();
        builder.Services.AddSingleton<PageEndpoints>();

        var app = builder.Build();
        app.UseMiddleware<RequestErrors>();
        Map(app);
        return app;
    }

    // The casts to Delegate make a handler's result the answer; without them it would be thrown away.
    private static void Map(WebApplication app)
    {
        var services = app.Services;
        app.MapPost("/auth/login", (Delegate)services.GetRequiredService<LogInEndpoint>().HandleAsync);
        app.MapPost("/invitation", (Delegate)services.GetRequiredService<InvitationEndpoint>().HandleAsync);
        app.MapGet("/pom-lookup", services.GetRequiredService<LookupEndpoint>().Get);

        var inbox = services.GetRequiredService<Inbox>();
        app.MapGet("/sandbox/invitations", () => WireJson.Result(inbox.Read()));
        app.MapDelete("/sandbox/invitations", () => NoContent(inbox.Clear));

        var counters = services.GetRequiredService<RequestCounters>();
        app.MapGet("/sandbox/requests", () => WireJson.Result(counters.Read()));
        app.MapDelete("/sandbox/requests", () => NoContent(counters.Clear));

        var faults = services.GetRequiredService<FaultEndpoints>();
        app.MapGet("/sandbox/faults", faults.Get);
        app.MapPut("/sandbox/faults", (Delegate)faults.PutAsync);

        var page = services.GetRequiredService<PageEndpoints>();
        app.MapGet("/", page.Get);
        app.MapGet("/sandbox/inbox", page.GetLive);
        app.MapPost("/sandbox/faults", (Delegate)page.PostFaultAsync);
        app.MapPost("/sandbox/clear", (Delegate)page.PostClearAsync);
    }

    private static IResult NoContent(Action act)
    {
        act();
        return Results.NoContent();
    }

    // "localhost" would listen twice, on IPv4 and IPv6, and cannot do so on a free port.
    private static IPEndPoint EndPointOf(Uri address) =>
        new(IPAddress.TryParse(address.DnsSafeHost, out var ip) ? ip : IPAddress.Loopback, address.Port);
}
