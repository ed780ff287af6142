namespace CustomerRadar.Surfaces;

/// <summary>How the type parameters of the surrounding type and method are called.</summary>
internal sealed record GenericNames(IReadOnlyList<string> Type, IReadOnlyList<string> Method)
{
    public static readonly GenericNames None = new([], []);
}
