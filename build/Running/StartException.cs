namespace CustomerRadar.Running;

/// <summary>A program did not start. The message is for the person who started it.</summary>
public sealed class StartException(string message) : Exception(message);
