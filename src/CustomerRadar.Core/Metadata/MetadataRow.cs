namespace CustomerRadar.Core.Metadata;

/// <summary>One metadata key with the template of its value.</summary>
/// <param name="Key">The key as the programme at Customer Radar has it; case and spelling count.</param>
/// <param name="Template">The value: literal text and <c>%Token%</c>s.</param>
public sealed record MetadataRow(string Key, MetadataTemplate Template);
