using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Tests.Invitations;

namespace CustomerRadar.Core.Tests.Rules;

public sealed class SendRulesDocumentTests
{
    private static readonly SendRule Other = Some.Rule with { Key = RuleKey.Parse("other"), Name = "Other" };

    [Test]
    public void Read_WhatWasWritten_IsTheSameRulesInTheSameOrder()
    {
        var reading = SendRulesDocument.Read(SendRulesDocument.Write([Some.Rule, Other]));
        Assert.That(reading.Faults, Is.Empty);
        Assert.That(reading.Rules.Select(rule => rule.Key), Is.EqualTo(new[] { Some.Rule.Key, Other.Key }));
    }

    [TestCase("""{"rules":[]""", "This is not JSON")]
    [TestCase("""{}""", "rules: is missing.")]
    [TestCase("""{"rules":{}}""", "rules: must be a list in brackets.")]
    [TestCase("""{"rules":[1]}""", "rules[0]: must be an object in braces.")]
    [TestCase("""{"rules":[],"version":1}""", "version: is not known here.")]
    [TestCase("""{"rules":[],"rules":[]}""", "This is not JSON")]
    public void Read_Fault_IsNamed(string text, string fault)
    {
        var reading = SendRulesDocument.Read(text);
        Assert.That(reading.Faults, Has.Some.StartsWith(fault));
        Assert.That(reading.Rules, Is.Empty);
    }

    [Test]
    public void Read_OneRuleOfTwoIsWrong_GivesNone()
    {
        var text = SendRulesDocument.Write([Some.Rule, Other]).Replace("\"Other\"", "\"\"", StringComparison.Ordinal);
        var reading = SendRulesDocument.Read(text);
        Assert.That(reading.Faults, Is.EqualTo(new[] { "rules[1].name: is missing." }));
        Assert.That(reading.Rules, Is.Empty);
    }

    [Test]
    public void Read_SameKeyTwice_IsAFault() =>
        Assert.That(
            SendRulesDocument.Read(SendRulesDocument.Write([Some.Rule, Some.Rule])).Faults,
            Is.EqualTo(new[] { "rules: the key \"after-payment\" stands twice." }));

    // When the document has it start, in days from now -> when it starts
    [TestCase(null, 0)]
    [TestCase(-3, 0)]
    [TestCase(3, 3)]
    public void Imported_StartsNowUnlessLater(int? days, int expected)
    {
        var rule = Some.Rule with { ActiveFrom = days is { } fromNow ? Some.Noon.AddDays(fromNow) : null };
        Assert.That(SendRulesDocument.Imported([rule], Some.Noon).Single().ActiveFrom, Is.EqualTo(Some.Noon.AddDays(expected)));
    }
}
