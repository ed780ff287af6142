namespace CustomerRadar.Running;

/// <summary>A program did not start, or did not take what the run needs. The message is for the person who started it.</summary>
public sealed class StartException(string message) : Exception(message);
