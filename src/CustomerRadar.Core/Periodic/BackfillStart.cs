namespace CustomerRadar.Core.Periodic;

/// <summary>What became of starting a backfill.</summary>
/// <param name="Id">Its number; null when it was not started.</param>
/// <param name="Problems">Why not, in plain words; empty when it was.</param>
public sealed record BackfillStart(long? Id, IReadOnlyList<BackfillProblem> Problems);
