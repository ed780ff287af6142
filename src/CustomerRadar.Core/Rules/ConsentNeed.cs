using CustomerRadar.Core.Internal;
using CustomerRadar.Core.Metadata;

namespace CustomerRadar.Core.Rules;

/// <summary>The consent without which nobody is invited.</summary>
/// <param name="Field">The field that holds it, for example a checkout attribute.</param>
/// <param name="Values">The values that mean yes, ignoring case and surrounding white space; at least one.</param>
public sealed record ConsentNeed(string Field, IReadOnlyList<string> Values)
{
    /// <summary>Whether it is given: any of the field's values means yes. A field without a value is no consent.</summary>
    public bool IsGivenIn(SubjectFields fields) => fields.Values(Field).Any(value => Values.Any(yes => FieldText.Same(value, yes)));

    /// <inheritdoc/>
    public bool Equals(ConsentNeed? other) => other is not null && Field == other.Field && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, Values.Count);
}
