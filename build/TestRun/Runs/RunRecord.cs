using CustomerRadar.TestRun.Processes;

namespace CustomerRadar.TestRun.Runs;

/// <summary>What a run leaves behind when it is killed: written before it makes anything, read by the next run.</summary>
public sealed record RunRecord(ProcessIdentity Owner, string Folder, IReadOnlyList<ProcessIdentity> Servers);
