namespace CustomerRadar.Core.Metadata;

/// <summary>The location that a rule gives a subject.</summary>
/// <param name="Target">Location and POM; null when no row matches and the rule has no default.</param>
/// <param name="Row">The row that decided, counted from 1; null when it was the rule's default.</param>
public sealed record LocationChoice(LocationTarget? Target, int? Row);
