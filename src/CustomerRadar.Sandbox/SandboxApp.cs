using CustomerRadar.Sandbox.Faults;
using CustomerRadar.Sandbox.Faults.Internal;
using CustomerRadar.Sandbox.Hosting.Internal;
using CustomerRadar.Sandbox.Invitations;
using CustomerRadar.Sandbox.Invitations.Internal;
using CustomerRadar.Sandbox.Requests;
using CustomerRadar.Sandbox.Requests.Internal;

namespace CustomerRadar.Sandbox;

/// <summary>
/// A running sandbox on a real socket, in this process:
/// <c>await using var sandbox = await SandboxApp.StartAsync();</c>. All members are safe for many threads.
/// </summary>
public sealed class SandboxApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Inbox _inbox;
    private readonly FaultBoard _faults;
    private readonly RequestCounters _counters;

    private SandboxApp(WebApplication app)
    {
        _app = app;
        _inbox = app.Services.GetRequiredService<Inbox>();
        _faults = app.Services.GetRequiredService<FaultBoard>();
        _counters = app.Services.GetRequiredService<RequestCounters>();
        Address = new Uri(app.Urls.Single());
    }

    /// <summary>The base address with the real port, such as <c>http://127.0.0.1:5600/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The faults that are active, with what is left of their counts.</summary>
    public IReadOnlyList<Fault> Faults => _faults.Read();

    /// <summary>The accepted invitations that are kept, oldest first.</summary>
    public IReadOnlyList<AcceptedInvitation> Invitations => _inbox.Read();

    /// <summary>What has been counted so far.</summary>
    public RequestCounts Requests => _counters.Read();

    /// <summary>Starts a sandbox and returns when it listens.</summary>
    /// <param name="options">Its settings; null: the defaults, on a free port.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="ArgumentException">A setting is not valid.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static Task<SandboxApp> StartAsync(SandboxOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync(options ?? new SandboxOptions(), logging: null, cancellationToken);

    internal static async Task<SandboxApp> StartAsync(
        SandboxOptions options, Action<ILoggingBuilder>? logging, CancellationToken cancellationToken)
    {
        if (OptionsValidation.Problem(options) is { } problem)
            throw new ArgumentException(problem, nameof(options));
        var app = SandboxHost.Build(options, logging);
        try
        {
            await app.StartAsync(cancellationToken);
            return new SandboxApp(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Orders a fault, as <c>PUT /sandbox/faults</c> does.</summary>
    public void SetFault(Fault fault) => _faults.Set(fault);

    /// <summary>Empties the inbox. The counters stay.</summary>
    public void ClearInvitations() => _inbox.Clear();

    /// <summary>Sets the counters to zero. The inbox stays.</summary>
    public void ClearRequests() => _counters.Clear();

    /// <summary>Waits until the inbox holds at least so many invitations, and returns them, oldest first.</summary>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Ends the wait; without one it may never end.</param>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public Task<IReadOnlyList<AcceptedInvitation>> WaitForInvitationsAsync(int count, CancellationToken cancellationToken) =>
        _inbox.WaitAsync(count, cancellationToken);

    /// <summary>Stops listening; requests that wait for a delayed answer are cut.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
