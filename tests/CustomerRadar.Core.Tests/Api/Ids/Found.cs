using CustomerRadar.Core.Api.Ids;

namespace CustomerRadar.Core.Tests.Api.Ids;

/// <summary>Rows as short lines that a test can name: <c>c=C p=P l=L(Auckland) m=M(Service)</c>; ids without their padding.</summary>
internal static class Found
{
    public static string[] Lines(this FoundIds found) => [.. found.Rows.Select(Line)];

    public static string[] Faults(this FoundIds found) => [.. found.Faults.Select(fault => fault.ToString())];

    /// <summary>An id in the form of Customer Radar's examples, told apart by its first letters.</summary>
    public static string Id(string start) => start.PadRight(32, '0');

    /// <summary>Replaces <c>#a1</c> by an id that starts with a1.</summary>
    public static string WithIds(string text) => System.Text.RegularExpressions.Regex.Replace(text, "#([0-9a-f]+)", match => Id(match.Groups[1].Value));

    private static string Line(IdRow row) => string.Join(' ', new[]
    {
        Part("c", row.Client, row.ClientName),
        Part("p", row.Programme, row.ProgrammeName),
        Part("l", row.Location, row.LocationName),
        Part("m", row.Pom, row.PomName),
    }.OfType<string>());

    private static string? Part(string kind, object? id, string? name) =>
        id is null && name is null ? null : $"{kind}={id?.ToString()!.TrimEnd('0')}{(name is null ? "" : $"({name})")}";
}
