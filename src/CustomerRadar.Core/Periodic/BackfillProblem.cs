namespace CustomerRadar.Core.Periodic;

/// <summary>Why a backfill cannot be started.</summary>
/// <param name="Member">The member of <see cref="BackfillRequest"/> that is in the way.</param>
/// <param name="What">What is wrong, in plain words.</param>
public sealed record BackfillProblem(string Member, string What);
