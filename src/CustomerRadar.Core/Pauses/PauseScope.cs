using CustomerRadar.Core.Api;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Pauses;

/// <summary>What a pause covers: everything (by a person, or as a copy), a connection, or a rule with one location.</summary>
public readonly record struct PauseScope
{
    /// <summary>The longest scope, in characters.</summary>
    public const int MaximumLength = 400;

    private const string ConnectionPrefix = "connection:";
    private const string RulePrefix = "rule:";
    private readonly string? _value;

    private PauseScope(string value) => _value = value;

    /// <summary>Every connection of this installation.</summary>
    public static PauseScope All { get; } = new("all");

    /// <summary>Every connection, since this looks like a copy of the shop. Apart from <see cref="All"/>: a person's pause and this one begin and end each by itself.</summary>
    public static PauseScope Copy { get; } = new("copy");

    /// <summary>The scopes that cover every row.</summary>
    public static IReadOnlyList<PauseScope> Everything { get; } = [All, Copy];

    /// <summary>True for a scope of one rule and location.</summary>
    public bool IsOfRule => _value?.StartsWith(RulePrefix, StringComparison.Ordinal) == true;

    /// <summary>A connection.</summary>
    public static PauseScope Of(ConnectionKey connection) => new($"{ConnectionPrefix}{connection}");

    /// <summary>A rule with the ids that it sends: another location of the same rule goes on.</summary>
    public static PauseScope Of(RuleKey rule, ProgrammeDisplayId programme, LocationTarget target) =>
        new($"{StartOf(rule)}{programme}/{target.Location}/{target.Pom}");

    /// <summary>How every scope of a rule starts.</summary>
    public static string StartOf(RuleKey rule) => $"{RulePrefix}{rule}/";

    /// <summary>The connection, when this is the scope of one; null otherwise.</summary>
    public ConnectionKey? Connection => _value?.StartsWith(ConnectionPrefix, StringComparison.Ordinal) == true
        ? ConnectionKey.Parse(_value[ConnectionPrefix.Length..])
        : null;

    /// <summary>The rule's key and the location of a rule's scope, as words for people; null for other scopes.</summary>
    public (string Rule, string Location)? RuleAndLocation => IsOfRule && _value![RulePrefix.Length..].Split('/') is { Length: > 3 } parts
        ? (string.Join('/', parts[..^3]), parts[^2])
        : null;

    /// <summary>A scope as it was stored.</summary>
    public static PauseScope Stored(string value) => new(value);

    /// <summary>The scope as text; empty for a default value.</summary>
    public override string ToString() => _value ?? "";
}
