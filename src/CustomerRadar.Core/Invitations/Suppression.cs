namespace CustomerRadar.Core.Invitations;

/// <summary>A contact that must not be invited.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Since">Since when.</param>
public sealed record Suppression(SuppressionKind Kind, DateTimeOffset Since);
