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
    [TestCase("""{"rules":[]} {}""", "This is not JSON: Additional text")]
    [TestCase("""{"rules":[]}}""", "This is not JSON")]
    [TestCase("""{"rules":[],"ruls":[]}""", "ruls: is not known here. Did you mean rules?")]
    [TestCase("", "This is not JSON")]
    public void Read_Fault_IsNamed(string text, string fault)
    {
        var reading = SendRulesDocument.Read(text);
        Assert.That(reading.Faults.Select(found => found.ToString()), Has.Some.StartsWith(fault));
        Assert.That(reading.Rules, Is.Empty);
    }

    [Test]
    public void Read_OneRuleOfTwoIsWrong_GivesNone()
    {
        var text = SendRulesDocument.Write([Some.Rule, Other]).Replace("\"Other\"", "\"\"", StringComparison.Ordinal);
        var reading = SendRulesDocument.Read(text);
        Assert.That(reading.Faults.Select(fault => fault.ToString()), Is.EqualTo(new[] { "rules[1].name: is missing." }));
        Assert.That(reading.Rules, Is.Empty);
    }

    [Test]
    public void Read_SameKeyTwice_IsAFault() =>
        Assert.That(
            SendRulesDocument.Read(SendRulesDocument.Write([Some.Rule, Some.Rule])).Faults.Select(fault => fault.ToString()),
            Is.EqualTo(new[] { "rules[1].key: \"after-payment\" stands twice." }));

    [Test]
    public void Read_Faults_HaveTheLineOfTheirPlace()
    {
        const string Text = """
            {
              "rules": [
                {
                  "key": "a", "name": "A",
                  "trigger": "OrderPayd",
                  "programmeDisplayId": "p",
                  "defaultLocation": {
                    "locationDisplayId": "l",
                    "pom": "x"
                  },
                  "metadata": [
                    { "key": "k", "value": "v" },
                    { "key": "k2" }
                  ]
                }
              ]
            }
            """;
        Assert.That(SendRulesDocument.Read(Text).Faults.Select(fault => (fault.Place, fault.Line)), Is.EquivalentTo(new (string, int?)[]
        {
            ("rules[0].trigger", 5), ("rules[0].defaultLocation.pom", 9), ("rules[0].metadata[1].value", 13),
        }));
    }

    [Test]
    public void Read_PlatformObjects_IsAFaultOfTheRuleInItsLine()
    {
        var reading = SendRulesDocument.Read(
            SendRulesDocument.Write([Some.Rule, Other]), rule => rule.Key == Other.Key ? [new RuleFault("metadata[0].value", "is not known here.")] : []);
        Assert.That(reading.Faults.Single().ToString(), Is.EqualTo("rules[1].metadata[0].value: is not known here."));
        Assert.That(reading.Faults.Single().Line, Is.GreaterThan(1));
        Assert.That(reading.Rules, Is.Empty);
    }

    [Test]
    public void Read_NoJson_HasTheLineOfIt() => Assert.That(SendRulesDocument.Read("{\n  \"rules\": [\n    {]").Faults.Single().Line, Is.EqualTo(3));

    [Test]
    public void Read_MarkOfTheEncodingInFront_AndCommentBehind_AreNoFaults()
    {
        var reading = SendRulesDocument.Read("\uFEFF" + SendRulesDocument.Write([Some.Rule]) + "\n// the end\n");
        Assert.That(reading.Faults, Is.Empty);
        Assert.That(reading.Rules.Count, Is.EqualTo(1));
    }

    [Test]
    public void Read_FileLongerThanTheLimit_SaysSoWithoutReadingIt()
    {
        var reading = SendRulesDocument.Read(new string(' ', SendRulesDocument.LongestText + 1));
        Assert.That(reading.Faults.Single().What, Is.EqualTo("The file has 2000001 characters; 2000000 are the most."));
    }

    [Test]
    public void Read_RuleWithSeveralKindsOfFaults_NamesAllOfThemOnce()
    {
        const string Text = """
            {"rules": [{
              "key": "a", "name": "A", "triger": "OrderPaid", "trigger": "OrderPaid", "store": "7",
              "programmeDisplayId": "p p",
              "maximumAgeDays": 999,
              "filters": [{"field": "Order.Total", "test": "IsEmty"}, {"field": "Order.Total", "test": "AtLeast", "values": ["x"]}],
              "metadata": [{"key": "k", "value": "%Order.Nonsense%"}]
            }]}
            """;
        var reading = SendRulesDocument.Read(Text, rule => [new RuleFault("store", $"\"{rule.Store}\" is unknown."), new RuleFault("metadata[0].value", "is unknown."), new RuleFault("programmeDisplayId", "is unknown.")]);
        Assert.That(reading.Faults.Select(fault => fault.Place), Is.EquivalentTo(new[]
        {
            "rules[0].triger", "rules[0].programmeDisplayId", "rules[0].maximumAgeDays", "rules[0].filters[0].test", "rules[0].filters[1].values",
            "rules[0].defaultLocation", "rules[0].store", "rules[0].metadata[0].value",
        }));
    }

    [Test]
    public void Difference_NamesTheMembers_OfTheDocument() =>
        Assert.That(
            RuleDifference.Of(Some.Rule, Some.Rule with { Name = "Other", Delay = new SendDelay(300, default), Cap = new FrequencyCap(9) }),
            Is.EqualTo(new[] { "name", "delay", "cap" }));

    [Test]
    public void Difference_OfARuleAndItsCopy_IsNone() =>
        Assert.That(RuleDifference.Of(Some.Rule, SendRulesDocument.Read(SendRulesDocument.Write([Some.Rule])).Rules.Single()), Is.Empty);

    [Test]
    public void IsDueAs_OtherDelayOrOtherHours_IsNot()
    {
        var (weekdays, other) = (new SendWindow(new HashSet<DayOfWeek> { DayOfWeek.Monday }, new TimeOnly(9, 0), new TimeOnly(18, 0)), new SendDelay(300, default));
        var rule = Some.Rule with { Window = weekdays };
        Assert.That(
            (rule.IsDueAs(rule with { Name = "Other" }), rule.IsDueAs(rule with { Delay = other }), rule.IsDueAs(rule with { Window = weekdays with { To = new TimeOnly(17, 0) } })),
            Is.EqualTo((true, false, false)));
    }

    [Test]
    public void Replacing_RuleThatIsNew_StartsNow() => Assert.That(Some.Rule.Replacing(null, Some.Noon).ActiveFrom, Is.EqualTo(Some.Noon));

    // The saved rule: enabled?, its trigger; the new one: its start in days from now -> its start in days from now
    [TestCase(true, Trigger.OrderPaid, null, -9)]
    [TestCase(true, Trigger.OrderPaid, -3, -9)]
    [TestCase(true, Trigger.OrderPaid, 3, 3)]
    [TestCase(false, Trigger.OrderPaid, -3, 0)]
    [TestCase(false, Trigger.OrderPaid, 3, 3)]
    [TestCase(true, Trigger.OrderPlaced, -3, 0)]
    public void Replacing_RuleThatIsSaved_KeepsItsStartOnlyWhenItGoesOn(bool enabled, Trigger trigger, int? days, int expected)
    {
        var before = Some.Rule with { Enabled = enabled, Trigger = trigger, ActiveFrom = Some.Noon.AddDays(-9) };
        var rule = Some.Rule with { Trigger = Trigger.OrderPaid, ActiveFrom = days is { } fromNow ? Some.Noon.AddDays(fromNow) : null };
        Assert.That(rule.Replacing(before, Some.Noon).ActiveFrom, Is.EqualTo(Some.Noon.AddDays(expected)));
    }
}
