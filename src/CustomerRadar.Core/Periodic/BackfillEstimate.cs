namespace CustomerRadar.Core.Periodic;

/// <summary>What a backfill would find, for the merchant's decision.</summary>
/// <param name="Count">How many interactions the range holds; those invited already are among them.</param>
/// <param name="Sample">The newest of them, at most <see cref="Backfills.SampleSize"/>.</param>
/// <param name="Problems">Why it cannot be started, in plain words; empty when it can.</param>
public sealed record BackfillEstimate(int Count, IReadOnlyList<BackfillSample> Sample, IReadOnlyList<BackfillProblem> Problems);
