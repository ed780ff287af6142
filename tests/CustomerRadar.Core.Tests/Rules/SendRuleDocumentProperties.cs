using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Tests.Rules.Generators;
using FsCheck.NUnit;
using Newtonsoft.Json;

namespace CustomerRadar.Core.Tests.Rules;

/// <summary>What holds for every rule that is written and read.</summary>
[Properties(Arbitrary = [typeof(Generated)], MaxTest = 500)]
public sealed class SendRuleDocumentProperties
{
    [Property]
    public void Read_WhatWasWritten_IsTheSameRule(SendRule rule)
    {
        var document = DocumentObject.Parse(SendRuleDocument.Write(rule).ToString(Formatting.None));
        var read = SendRuleDocument.Read(document);

        Assert.That(document.Faults, Is.Empty);
        // Member by member, so that one that is forgotten in the document is found here.
        Assert.Multiple(() =>
        {
            foreach (var member in typeof(SendRule).GetProperties())
                Assert.That(member.GetValue(read), Is.EqualTo(member.GetValue(rule)), member.Name);
        });
    }

    [Property]
    public void Fields_OfARule_AreAllThatItsPartsName(SendRule rule) =>
        Assert.That(
            rule.Fields,
            Is.EquivalentTo(rule.Metadata.SelectMany(row => row.Template.Tokens)
                .Union(rule.Filters.Select(filter => filter.Field))
                .Union(rule.Locations.Select(row => row.Field))
                .Union(rule.Programmes.Select(row => row.Field))
                .Union(rule.Consent is null ? [] : [rule.Consent.Field])));
}
