namespace CustomerRadar.Core.Api;

/// <summary>One metadata pair of an invitation (<c>metadata</c>, a documented and optional list of <c>key</c> and <c>value</c>).</summary>
/// <param name="Key">The key: as Customer Radar documents, it must match the programme's settings in case and spelling.</param>
/// <param name="Value">The value. Customer Radar documents neither a length nor a form.</param>
public sealed record MetadataValue(string Key, string Value);
