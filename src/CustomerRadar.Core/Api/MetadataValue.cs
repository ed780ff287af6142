namespace CustomerRadar.Core.Api;

/// <summary>One metadata pair of an invitation. The key must match the programme's settings at Customer Radar in case and spelling.</summary>
public sealed record MetadataValue(string Key, string Value);
