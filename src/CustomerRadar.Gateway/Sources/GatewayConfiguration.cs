using CustomerRadar.Core.Rules;

namespace CustomerRadar.Gateway.Sources;

/// <summary>The sources-and-rules file, read and right.</summary>
/// <param name="Sources">By name.</param>
/// <param name="Rules">All of them.</param>
internal sealed record GatewayConfiguration(IReadOnlyDictionary<string, Source> Sources, IReadOnlyList<SendRule> Rules);
