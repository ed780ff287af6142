using CustomerRadar.Core.Api;

namespace CustomerRadar.Core.Metadata;

/// <summary>A location at Customer Radar, with its point of measure where it has two or more.</summary>
public sealed record LocationTarget(LocationDisplayId Location, PomDisplayId? Pom = null);
