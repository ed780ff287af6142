using CustomerRadar.Core.Api;

namespace CustomerRadar.Core.Metadata;

/// <summary>"When <paramref name="Field"/> is <paramref name="Value"/> then <paramref name="Programme"/>", for example by the order's language.</summary>
/// <param name="Field">A field of the subject.</param>
/// <param name="Value">The value to match, ignoring case and surrounding white space; a field with several values matches by any of them.</param>
/// <param name="Programme">The programme at Customer Radar.</param>
public sealed record ProgrammeRow(string Field, string Value, ProgrammeDisplayId Programme);
