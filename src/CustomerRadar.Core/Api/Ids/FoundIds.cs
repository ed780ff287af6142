namespace CustomerRadar.Core.Api.Ids;

/// <summary>What a text of ids gave. Every id of the text is in a row or in a fault.</summary>
/// <param name="Rows">The ids, in the order of the text, each combination once.</param>
/// <param name="Faults">What could not be taken. After 100 faults one more says how many others there are.</param>
/// <param name="Notes">How the text was understood where another reading is possible, and which columns were not used; for the person to check; the first 50.</param>
public sealed record FoundIds(IReadOnlyList<IdRow> Rows, IReadOnlyList<IdFault> Faults, IReadOnlyList<string> Notes);
