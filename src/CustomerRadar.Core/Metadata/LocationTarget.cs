using CustomerRadar.Core.Api;

namespace CustomerRadar.Core.Metadata;

/// <summary>A location at Customer Radar, with its point of measure where it has two or more.</summary>
/// <param name="Location">The location.</param>
/// <param name="Pom">The point of measure; null (default) where the location has only one.</param>
public sealed record LocationTarget(LocationDisplayId Location, PomDisplayId? Pom = null);
