using CustomerRadar.Sandbox.Clients;

namespace CustomerRadar.Sandbox;

/// <summary>Settings of a sandbox; each has the default that the documented examples need.</summary>
public sealed record SandboxOptions
{
    /// <summary>
    /// Where it listens: http on a loopback address. Port 0 takes a free port, which <see cref="SandboxApp.Address"/> then tells.
    /// Default: <c>http://127.0.0.1:0</c>; the program has port 5600.
    /// </summary>
    public Uri Listen { get; init; } = new("http://127.0.0.1:0");

    /// <summary>The user that may log in. Default: <c>testing</c>, of the documented example.</summary>
    public string Username { get; init; } = "testing";

    /// <summary>The user's password. Default: <c>testing12345</c>, of the documented example.</summary>
    public string Password { get; init; } = "testing12345";

    /// <summary>How long a token is valid. More than zero. Default: 60 minutes, as documented.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>The HTTP status of a refused log-in, from 200 to 499; Customer Radar's is not documented. Default: 401.</summary>
    public int RefusedLogInStatus { get; init; } = StatusCodes.Status401Unauthorized;

    /// <summary>The ids that are known. Default: <see cref="ClientDirectory.Example"/>.</summary>
    public ClientDirectory Directory { get; init; } = ClientDirectory.Example;

    /// <summary>How many accepted invitations are kept; beyond it the oldest are forgotten. At least 1. Default: 10,000.</summary>
    public int KeepInvitations { get; init; } = 10_000;

    /// <summary>The clock of tokens, of times shown and of delays. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
