using CustomerRadar.Core.Api.Ids;
using CustomerRadar.Core.Api.Ids.Internal;
using CustomerRadar.Core.Tests.Api.Ids.Generators;
using FsCheck.NUnit;

namespace CustomerRadar.Core.Tests.Api.Ids;

/// <summary>What holds for whatever is pasted.</summary>
[Properties(Arbitrary = [typeof(Pasted)], MaxTest = 500)]
public sealed class PastedIdsProperties
{
    [Property]
    public void Read_Json_LosesNoIdAndInventsNone(PastedTree tree) =>
        Assert.That(PastedIds.Read(tree.ToString()).Rows.SelectMany(Ids).Distinct(), Is.EquivalentTo(tree.Ids.Distinct()));

    [Property]
    public void Read_Json_GivesEachCombinationOnce(PastedTree tree) =>
        Assert.That(PastedIds.Read(tree.ToString()).Rows.Select(row => (row.Client, row.Programme, row.Location, row.Pom)), Is.Unique);

    [Property]
    public void Read_Table_GivesBackEveryLine(PastedTable table)
    {
        var found = PastedIds.Read(table.ToString());
        Assert.That(found.Rows.Select(row => row.Location.ToString()![..5]), Is.EqualTo(table.Names.Select((_, row) => $"{row + 1:x4}f")));
        Assert.That(found.Rows.Select(row => row.Name), Is.EqualTo(table.Names.Select(Name)));
    }

    [Property(MaxTest = 3000)]
    public void Read_Anything_GivesARowOrAFault(string text) =>
        Assert.That(PastedIds.Read(text) is { Rows.Count: > 0 } or { Faults.Count: > 0 }, Is.True);

    private static string? Name(string typed) => IdText.Of(typed, 1, 1) is { Text.Length: > 0 } text ? text.AsName() : null;

    private static IEnumerable<(string Key, string Id)> Ids(IdRow row) => new (string Key, string? Id)[]
    {
        ("clientDisplayId", row.Client?.ToString()),
        ("programmeDisplayId", row.Programme?.ToString()),
        ("locationDisplayId", row.Location?.ToString()),
        ("pomDisplayId", row.Pom?.ToString()),
    }.Where(id => id.Id is not null).Select(id => (id.Key, id.Id!));
}
