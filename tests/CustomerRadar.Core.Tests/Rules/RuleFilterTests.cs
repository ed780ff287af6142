using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Tests.Rules;

public sealed class RuleFilterTests
{
    private const string Field = "Order.Field";

    // the field's values, test, the filter's values -> what is said; null when it is met
    [TestCase("vip", FilterTest.IsOneOf, "VIP|Gold", null, TestName = "IsOneOf: ignoring case")]
    [TestCase("guest|vip", FilterTest.IsOneOf, "vip", null, TestName = "IsOneOf: any of several values")]
    [TestCase("guest", FilterTest.IsOneOf, "vip", "is none of the listed values", TestName = "IsOneOf: another value")]
    [TestCase("", FilterTest.IsOneOf, "vip", "has no value", TestName = "IsOneOf: no value")]
    [TestCase("guest", FilterTest.IsNoneOf, "vip", null, TestName = "IsNoneOf: another value")]
    [TestCase("", FilterTest.IsNoneOf, "vip", null, TestName = "IsNoneOf: no value is none of them")]
    [TestCase("guest|vip", FilterTest.IsNoneOf, "vip", "is one of the listed values", TestName = "IsNoneOf: one of several values is enough against it")]
    [TestCase("50", FilterTest.AtLeast, "50", null, TestName = "AtLeast: the same number")]
    [TestCase("50.00", FilterTest.AtLeast, "50", null, TestName = "AtLeast: the same number with decimals")]
    [TestCase("9", FilterTest.AtLeast, "50", "is less than 50", TestName = "AtLeast: numbers, not texts")]
    [TestCase("1,234.50", FilterTest.AtLeast, "50", "is not a number", TestName = "AtLeast: a thousands separator is no number")]
    [TestCase("NZD 60", FilterTest.AtLeast, "50", "is not a number", TestName = "AtLeast: a currency is no number")]
    [TestCase("60|70", FilterTest.AtLeast, "50", "has several values", TestName = "AtLeast: several values are not one number")]
    [TestCase("", FilterTest.AtLeast, "0", "has no value", TestName = "AtLeast: no value is not zero")]
    [TestCase("-5", FilterTest.AtMost, "0", null, TestName = "AtMost: negative")]
    [TestCase("0.01", FilterTest.AtMost, "0", "is more than 0", TestName = "AtMost: a cent too much")]
    [TestCase("", FilterTest.IsEmpty, "", null, TestName = "IsEmpty: no value")]
    [TestCase("x", FilterTest.IsEmpty, "", "has a value", TestName = "IsEmpty: a value")]
    [TestCase("x", FilterTest.IsNotEmpty, "", null, TestName = "IsNotEmpty: a value")]
    [TestCase("", FilterTest.IsNotEmpty, "", "has no value", TestName = "IsNotEmpty: no value")]
    [TestCase("Ann@Example.com", FilterTest.Matches, "*@example.com", null, TestName = "Matches: a star is any text")]
    [TestCase("@example.com", FilterTest.Matches, "*@example.com", null, TestName = "Matches: a star is also no text")]
    [TestCase("ann@example.com.au", FilterTest.Matches, "*@example.com", "matches none of the patterns", TestName = "Matches: the whole value")]
    [TestCase("A-17", FilterTest.Matches, "?-??", null, TestName = "Matches: a question mark is one character")]
    [TestCase("A-1", FilterTest.Matches, "?-??", "matches none of the patterns", TestName = "Matches: a question mark is not none")]
    [TestCase("a.b", FilterTest.Matches, "a.b", null, TestName = "Matches: a point is a point")]
    [TestCase("axb", FilterTest.Matches, "a.b", "matches none of the patterns", TestName = "Matches: a point is no placeholder")]
    [TestCase("x|test@shop.nz", FilterTest.MatchesNot, "*@shop.nz|test*", "matches one of the patterns", TestName = "MatchesNot: one of several values is enough against it")]
    [TestCase("ann@example.com", FilterTest.MatchesNot, "*@shop.nz", null, TestName = "MatchesNot: another value")]
    [TestCase("", FilterTest.MatchesNot, "*", null, TestName = "MatchesNot: no value matches nothing")]
    public void Objection_CasesOfTheDocumentation(string values, FilterTest test, string listed, string? said) =>
        Assert.That(
            new RuleFilter(Field, test, Split(listed)).Objection(Fields(values)),
            Is.EqualTo(said is null ? null : $"A filter of the rule is not met: {Field} {said}."));

    [Test]
    [CancelAfter(10_000)]
    public void IsMetBy_PatternOfManyStars_IsAnsweredInTime()
    {
        var filter = new RuleFilter(Field, FilterTest.Matches, [string.Concat(Enumerable.Repeat("*a", 30)) + "b"]);
        Assert.That(filter.IsMetBy(Fields(new string('a', 5000))), Is.False);
    }

    [TestCase("yes", true)]
    [TestCase(" YES ", true)]
    [TestCase("no|yes", true)]
    [TestCase("no", false)]
    [TestCase("", false)]
    public void IsGivenIn_AnyValueThatMeansYes_IsConsent(string values, bool given) =>
        Assert.That(new ConsentNeed(Field, ["Yes", "Ja"]).IsGivenIn(Fields(values)), Is.EqualTo(given));

    private static SubjectFields Fields(string values) => SubjectFields.From([KeyValuePair.Create<string, IEnumerable<string?>>(Field, Split(values))]);

    private static string[] Split(string text) => text.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
