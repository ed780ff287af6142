namespace CustomerRadar.TestRun.Servers;

/// <summary>A server that cannot be had; the message says why and what to do.</summary>
public sealed class ServerUnavailableException(string message) : Exception(message);
