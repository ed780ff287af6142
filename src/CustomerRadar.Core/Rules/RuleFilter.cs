namespace CustomerRadar.Core.Rules;

/// <summary>A condition that an order or booking has to meet.</summary>
/// <param name="Field">A field of the subject, for example <c>Order.Total</c> or <c>Customer.Role</c>.</param>
/// <param name="Test">How it is looked at.</param>
/// <param name="Values">What it is compared with; empty for <see cref="FilterTest.IsEmpty"/> and <see cref="FilterTest.IsNotEmpty"/>.</param>
public sealed record RuleFilter(string Field, FilterTest Test, IReadOnlyList<string> Values)
{
    /// <inheritdoc/>
    public bool Equals(RuleFilter? other) => other is not null && Field == other.Field && Test == other.Test && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, Test, Values.Count);
}
