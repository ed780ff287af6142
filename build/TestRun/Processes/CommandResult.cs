namespace CustomerRadar.TestRun.Processes;

/// <summary>How a program ended, and its last lines.</summary>
public sealed record CommandResult(int ExitCode, IReadOnlyList<string> Output);
