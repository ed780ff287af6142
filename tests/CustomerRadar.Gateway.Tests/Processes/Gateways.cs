using CustomerRadar.Testing;

namespace CustomerRadar.Gateway.Tests.Processes;

/// <summary>Starts gateways that share a database and a sandbox.</summary>
internal sealed class Gateways(string database, Uri sandbox)
{
    /// <summary>The secret of the deliveries.</summary>
    public const string Secret = "the secret of the process tests";

    /// <summary>Starts one.</summary>
    /// <param name="more">Variables on top of those that all have; null for none.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    public async Task<GatewayProcess> StartAsync(IReadOnlyDictionary<string, string?>? more, CancellationToken cancellationToken)
    {
        var gateway = new GatewayProcess(() => Start(more));
        await gateway.ListenAsync(cancellationToken);
        return gateway;
    }

    private ChildProcess Start(IReadOnlyDictionary<string, string?>? more) => ChildProcess.StartDotnet(
        "CustomerRadar.Gateway.dll",
        ["--urls", "http://127.0.0.1:0"],
        new Dictionary<string, string?>(more ?? new Dictionary<string, string?>())
        {
            ["CALCOM_SECRET"] = Secret,
            ["CustomerRadar__BaseUrl"] = sandbox.ToString(),
            ["CustomerRadar__Username"] = "testing",
            ["CustomerRadar__Password"] = "testing12345",
            ["CustomerRadar__ClientDisplayId"] = "8291a9ed952342c5b5fe2915f2189e7c",
            ["CustomerRadar__HomeCountry"] = "NZ",
            ["Storage__Provider"] = "PostgreSql",
            ["Storage__ConnectionString"] = database,
            ["Gateway__Configuration"] = Path.Combine(AppContext.BaseDirectory, "samples", "gateway.json"),
            ["Gateway__OperatorKey"] = "the operator of the process tests",
            ["Gateway__SweepSeconds"] = "5",
            ["Logging__LogLevel__Default"] = "Warning",
        });
}
