namespace CustomerRadar.TestRun.Results;

/// <summary>A test that failed or was skipped, with what it said.</summary>
public sealed record TestNote(string Name, string Message);
