using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Tests.Api;

public sealed class IdentifierTests
{
    private static readonly Func<string?, string>[] Parsers =
    [
        text => ClientDisplayId.Parse(text).ToString(),
        text => ProgrammeDisplayId.Parse(text).ToString(),
        text => LocationDisplayId.Parse(text).ToString(),
        text => PomDisplayId.Parse(text).ToString(),
        text => ConnectionKey.Parse(text).ToString(),
        text => StoreKey.Parse(text).ToString(),
        text => SubjectKey.Parse(text).ToString(),
        text => RuleKey.Parse(text).ToString(),
    ];

    [Test]
    public void Parse_SurroundedBySpace_IsTrimmed([ValueSource(nameof(Parsers))] Func<string?, string> parse) =>
        Assert.That(parse(" Ab-12:3 "), Is.EqualTo("Ab-12:3"));

    [Test]
    public void Parse_BadText_Throws(
        [ValueSource(nameof(Parsers))] Func<string?, string> parse,
        [Values(null, "", "  ", "a b", "a\tb", "a\u0000b")] string? text) =>
        Assert.That(() => parse(text), Throws.TypeOf<FormatException>().With.Message.Contains("without spaces"));

    [Test]
    public void Parse_LongerThanAllowed_Throws([ValueSource(nameof(Parsers))] Func<string?, string> parse) =>
        Assert.That(() => parse(new string('a', 201)), Throws.TypeOf<FormatException>());

    [Test]
    public void Equals_OtherCase_IsAnotherSubject() =>
        Assert.That(SubjectKey.Parse("booking:ab"), Is.Not.EqualTo(SubjectKey.Parse("booking:AB")));
}
