using System.Reflection;
using System.Text.RegularExpressions;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Api.Ids;
using CustomerRadar.Core.Auth;

namespace CustomerRadar.Core.Tests.Conventions;

/// <summary>What the words on Core's public API owe to those who call it.</summary>
public sealed partial class DocumentationTests
{
    private static readonly Assembly Core = typeof(CustomerRadarClient).Assembly;
    private static readonly Documentation Docs = Documentation.Of(Core);
    private static readonly Type[] Types = [.. PublicApi.TypesOf(Core)];

    /// <summary>Types in Api/ and Auth/ that are ours from end to end: no name, form or behaviour of Customer Radar's API stands in them.</summary>
    private static readonly Type[] Ours =
    [
        typeof(ApiOptions), typeof(ConnectionKey), typeof(RequestPace), typeof(Secret), typeof(CallResult.NotSent), typeof(CallResult.Lost),
        typeof(FoundIds), typeof(IdFault), typeof(PomLookupResult), typeof(PomLookupResult.Found), typeof(PomLookupResult.Failed),
        typeof(LogInCheck), typeof(TokenCache), typeof(TokenResult), typeof(TokenResult.Granted), typeof(TokenResult.Unavailable),
    ];

    [Test]
    public void EveryTypeAndMember_IsDescribed()
    {
        var missing = Types.SelectMany(type => PublicApi.MembersOf(type).Prepend(type)).Where(member => !Docs.Describes(member)).Select(DocumentationId.Of)
            .Concat(Types.SelectMany(type => PublicApi.PositionalOf(type).Where(name => Docs.Parameter(type, name) is null).Select(name => $"{DocumentationId.Of(type)}({name})")));

        AssertNone(missing, "Describe these (a positional parameter of a record with <param>)");
    }

    [Test]
    public void EveryOption_SaysItsDefaultUnitAndLimits() =>
        AssertNone(Options().SelectMany(type => OptionFaults.Of(type, Docs)), "Say the default as it is, and the limits with their unit");

    [Test]
    public void EveryMethodThatThrowsOnBadInput_AnnouncesTheException() => AssertNone(
        from type in Types
        from code in PublicApi.CodeOf(type)
        from thrown in ThrownExceptions.Of(code.Code)
        where IsForBadInput(thrown) && !Docs.Exceptions(code.Member).Contains(thrown.Name)
        select $"{DocumentationId.Of(code.Member)} throws {thrown.Name}",
        "Say when, with <exception>");

    [Test]
    public void EveryTypeOfTheWire_NamesItsSource() => AssertNone(
        WireTypes().Except(Ours)
            .Where(type => !Source().IsMatch(string.Join(' ', PublicApi.MembersOf(type).Prepend(type).Select(Docs.AllText))))
            .Select(DocumentationId.Of),
        "Say whether Customer Radar documents it, it was observed, or it is undocumented (or list it as ours)");

    [Test]
    public void OwnTypes_AreInTheFoldersOfTheWire() => AssertNone(Ours.Except(WireTypes()).Select(DocumentationId.Of), "There is nothing to except here any more");

    private static void AssertNone(IEnumerable<string> faults, string what)
    {
        var list = faults.Distinct().ToList();
        Assert.That(list, Is.Empty, $"{what}:\n{string.Join('\n', list)}\n");
    }

    private static IEnumerable<Type> Options() => Types.Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal));

    private static IEnumerable<Type> WireTypes() =>
        Types.Where(type => type.Namespace!.Contains(".Api", StringComparison.Ordinal) || type.Namespace.EndsWith(".Auth", StringComparison.Ordinal));

    private static bool IsForBadInput(Type exception) => typeof(ArgumentException).IsAssignableFrom(exception)
        || typeof(FormatException).IsAssignableFrom(exception)
        || exception.Assembly == Core;

    [GeneratedRegex(@"\bdocument(s|ed|ation)\b|\bundocumented\b|\bobserved\b|\bpublic pages\b", RegexOptions.IgnoreCase)]
    private static partial Regex Source();
}
