using CustomerRadar.Testing;

namespace CustomerRadar.Gateway.Tests.Crash;

/// <summary>Starts gateways that share a database and a sandbox.</summary>
internal sealed class Gateways(string database, Uri sandbox)
{
    /// <summary>The secret of the deliveries.</summary>
    public const string Secret = "the secret of the crash test";

    /// <summary>The id of a booking.</summary>
    public static string Booking(int number) => $"CRASH{number:0000}";

    public async Task<Gateway> StartAsync(CancellationToken cancellationToken)
    {
        var gateway = new Gateway(Start);
        await gateway.ListenAsync(cancellationToken);
        return gateway;
    }

    private ChildProcess Start() => ChildProcess.StartDotnet(
        "CustomerRadar.Gateway.dll",
        ["--urls", "http://127.0.0.1:0"],
        new Dictionary<string, string?>
        {
            ["CALCOM_SECRET"] = Secret,
            ["CustomerRadar__BaseUrl"] = sandbox.ToString(),
            ["CustomerRadar__Username"] = "testing",
            ["CustomerRadar__Password"] = "testing12345",
            ["CustomerRadar__ClientDisplayId"] = "8291a9ed952342c5b5fe2915f2189e7c",
            ["CustomerRadar__HomeCountry"] = "NZ",
            // Slow enough that every kill hits work, short enough that the leases of the killed end soon.
            ["CustomerRadar__RequestsPerSecond"] = "20",
            ["CustomerRadar__TotalTimeoutSeconds"] = "3",
            ["Storage__Provider"] = "PostgreSql",
            ["Storage__ConnectionString"] = database,
            ["Gateway__Configuration"] = Path.Combine(AppContext.BaseDirectory, "samples", "gateway.json"),
            ["Gateway__OperatorKey"] = "the operator of the crash test",
            ["Gateway__SweepSeconds"] = "5",
            ["Logging__LogLevel__Default"] = "Warning",
        });
}
