using CustomerRadar.Core.Api;

namespace CustomerRadar.Core.Metadata;

/// <summary>The programme that a rule gives a subject.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Row">The row that decided, counted from 1; null when it was the rule's own programme.</param>
public sealed record ProgrammeChoice(ProgrammeDisplayId Programme, int? Row);
