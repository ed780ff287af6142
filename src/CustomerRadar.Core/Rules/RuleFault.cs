namespace CustomerRadar.Core.Rules;

/// <summary>Something wrong with a send rule.</summary>
/// <param name="Place">Where, as the rule's document names it: <c>metadata[2].value</c>. Counted from 0.</param>
/// <param name="What">What is wrong, as the end of a sentence about that place.</param>
public sealed record RuleFault(string Place, string What)
{
    /// <summary>Place and fault, for a person.</summary>
    public override string ToString() => $"{Place}: {What}";
}
