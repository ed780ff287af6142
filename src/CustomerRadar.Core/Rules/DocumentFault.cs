namespace CustomerRadar.Core.Rules;

/// <summary>Something wrong with a JSON document.</summary>
/// <param name="Place">Where: <c>rules[0].metadata[2].key</c>; empty for the document as a whole. Counted from 0.</param>
/// <param name="What">What is wrong, as the end of a sentence about that place.</param>
/// <param name="Line">The line of the place, or of what it is missing in; from 1. Null where there is none.</param>
public sealed record DocumentFault(string Place, string What, int? Line)
{
    /// <summary>Place and fault, without the line.</summary>
    public override string ToString() => Place.Length == 0 ? What : $"{Place}: {What}";
}
