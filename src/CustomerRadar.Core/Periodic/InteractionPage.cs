using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Periodic;

/// <summary>A page of interactions.</summary>
/// <param name="Interactions">In the order that was asked for; may be empty although there are more pages.</param>
/// <param name="Next">Where the next page begins, up to 200 characters that mean something to the platform only; null after the last.</param>
public sealed record InteractionPage(IReadOnlyList<Interaction> Interactions, string? Next);
