namespace CustomerRadar.Gateway.Tests.Processes;

/// <summary>What the gateway's API says of an invitation.</summary>
internal sealed record Row(string Subject, string State);
