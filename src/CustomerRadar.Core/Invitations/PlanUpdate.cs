namespace CustomerRadar.Core.Invitations;

/// <summary>What came of an interaction whose subject may be known already.</summary>
/// <param name="Results">One result for every matching rule.</param>
/// <param name="Moved">How many waiting rows have another due time now.</param>
/// <param name="Revived">How many cancelled rows wait again.</param>
public sealed record PlanUpdate(IReadOnlyList<PlanResult> Results, int Moved, int Revived);
