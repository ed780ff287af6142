namespace CustomerRadar.Core.Rules;

/// <summary>The consent without which nobody is invited.</summary>
/// <param name="Field">The field that holds it, for example a checkout attribute.</param>
/// <param name="Values">The values that mean yes, ignoring case; at least one.</param>
public sealed record ConsentNeed(string Field, IReadOnlyList<string> Values)
{
    /// <inheritdoc/>
    public bool Equals(ConsentNeed? other) => other is not null && Field == other.Field && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, Values.Count);
}
