namespace CustomerRadar.Surfaces;

/// <summary>Which type: the same name in another assembly is another type.</summary>
/// <param name="Assembly">The assembly's simple name.</param>
/// <param name="Name">Full name; nested types after a dot, the number of type parameters after a grave accent.</param>
public readonly record struct TypeKey(string Assembly, string Name)
{
    public override string ToString() => $"{Name} ({Assembly})";
}
