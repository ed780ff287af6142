namespace CustomerRadar.Storage.Internal;

/// <summary>The schema: every numbered script.</summary>
internal static class Scripts
{
    public static IReadOnlyList<SchemaScript> All { get; } = [FirstScript.Script, SecondScript.Script, ThirdScript.Script, FourthScript.Script];

    /// <summary>Tells which scripts have been applied.</summary>
    public static Table Applied { get; } = new(
        "CustomerRadar_Schema",
        d => $"Number integer NOT NULL PRIMARY KEY, Name {d.Text(100)} NOT NULL, AppliedAt bigint NOT NULL");

    /// <summary>Every table of ours, the list of scripts last.</summary>
    public static IEnumerable<string> Tables =>
        All.SelectMany(script => script.Steps).OfType<SchemaStep.NewTable>().Select(step => step.Table.Name).Append(Applied.Name);
}
