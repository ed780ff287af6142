namespace CustomerRadar.Surfaces;

/// <summary>A member that compiled code refers to.</summary>
/// <param name="Type">The type that the reference names; the member may be one of its base types'.</param>
/// <param name="Name">The member's name in metadata.</param>
/// <param name="ParameterCount">How many parameters it has; null when the reference does not say.</param>
public sealed record MemberUse(TypeKey Type, string Name, int? ParameterCount)
{
    /// <summary>
    /// Writes type and parameters' types, with the type parameters of type and method called as given; null for a property that an
    /// attribute sets by name.
    /// </summary>
    internal Func<IReadOnlyList<string>, IReadOnlyList<string>, string>? Signature { get; init; }

    public override string ToString() => $"{Type}: {Signature?.Invoke([], []) ?? Name}";
}
