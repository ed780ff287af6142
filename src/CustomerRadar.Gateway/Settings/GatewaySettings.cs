using CustomerRadar.Core;
using CustomerRadar.Core.Api;

namespace CustomerRadar.Gateway.Settings;

/// <summary>The gateway's settings, valid: see <see cref="SettingsReader"/> for names and defaults.</summary>
internal sealed record GatewaySettings
{
    /// <summary>The default connection.</summary>
    public required Connection Connection { get; init; }

    /// <summary>Which database.</summary>
    public required DatabaseProduct Database { get; init; }

    /// <summary>How to reach it; a secret.</summary>
    public required Secret ConnectionString { get; init; }

    /// <summary>The sources-and-rules file.</summary>
    public required string ConfigurationFile { get; init; }

    /// <summary>The operator's key from the settings; null: one is made at first start.</summary>
    public Secret? OperatorKey { get; init; }

    /// <summary>The total time-out of one request to Customer Radar.</summary>
    public required TimeSpan TotalTimeout { get; init; }

    /// <summary>Requests a second to Customer Radar.</summary>
    public required double RequestsPerSecond { get; init; }

    /// <summary>The largest webhook taken, in bytes.</summary>
    public required int MaximumWebhookBytes { get; init; }

    /// <summary>How often overdue rows are swept.</summary>
    public required TimeSpan SweepEvery { get; init; }
}
