using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Tests.Invitations;
using CustomerRadar.Core.Tests.Rules.Generators;
using FsCheck.NUnit;
using Moq;

namespace CustomerRadar.Core.Tests.Metadata;

/// <summary>What holds for every request.</summary>
[Properties(Arbitrary = [typeof(Generated)], MaxTest = 500)]
public sealed class InvitationMappingProperties
{
    [Property]
    public void Map_NoFieldLeavesThatNoMetadataRowNames(SendRule rule)
    {
        var fields = Generated.FieldNames.Append("Customer.VatNumber").Select((name, i) => KeyValuePair.Create<string, string?>(name, $"marker-{i}-")).ToList();
        if (Map(rule, Some.Subject with { Fields = SubjectFields.From(fields) }) is not MappingResult.Mapped mapped)
            return;

        var body = InvitationPayload.From(mapped.Request).Json;
        var named = rule.Metadata.SelectMany(row => row.Template.Tokens).ToHashSet();
        foreach (var (name, marker) in fields)
            Assert.That(body.Contains(marker!, StringComparison.Ordinal), Is.EqualTo(named.Contains(name)), name);
    }

    [Property]
    public void Map_EveryIdAndKeyThatLeaves_IsOneOfTheRules(SendRule rule, SubjectSnapshot subject)
    {
        if (Map(rule, subject) is not MappingResult.Mapped { Request: var request })
            return;

        var entry = request.Entries.Single();
        Assert.Multiple(() =>
        {
            Assert.That(request.Client, Is.EqualTo(Some.Connection.ClientDisplayId));
            Assert.That(rule.Programmes.Select(row => row.Programme).Append(rule.Programme), Does.Contain(request.Programme));
            Assert.That(
                rule.Locations.Select(row => row.Target).Append(rule.DefaultLocation), Does.Contain(new LocationTarget(entry.Location, entry.Pom)));
            Assert.That(entry.Metadata.Select(pair => pair.Key), Is.SubsetOf(rule.Metadata.Select(row => row.Key)));
            Assert.That(InvitationRequestCheck.Problems(request), Is.Empty);
        });
    }

    private static MappingResult Map(SendRule rule, SubjectSnapshot subject) =>
        InvitationMapping.Map(rule, Some.Connection, subject, Mock.Of<IPhoneNumbers>());
}
