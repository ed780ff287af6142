namespace CustomerRadar.Surfaces;

/// <summary>Something of a type that compiled code can refer to.</summary>
/// <param name="Name">The name in metadata, e.g. <c>get_Id</c>.</param>
/// <param name="Generics">The names of its own type parameters.</param>
/// <param name="Signature">Static or not, type and parameters' types, as <see cref="MemberUse"/> writes them.</param>
public sealed record CallTarget(string Name, IReadOnlyList<string> Generics, string Signature)
{
    internal static string Write(bool isStatic, string type, string name, int generics, IEnumerable<string> parameters) =>
        $"{(isStatic ? "static " : "")}{type} {name}{(generics > 0 ? $"`{generics}" : "")}({string.Join(", ", parameters)})";

    internal static string WriteField(string type, string name) => $"{type} {name}";

    internal static IReadOnlyList<CallTarget> Of(char kind, MemberShape shape) => kind switch
    {
        'C' or 'M' => [Method(shape, shape.Name, shape.Type, shape.ParameterTypes)],
        'F' => [new CallTarget(shape.Name, [], WriteField(shape.Type, shape.Name))],
        'P' => [.. Accessors(shape)],
        'V' => [Method(shape, "add_" + shape.Name, "Void", [shape.Type]), Method(shape, "remove_" + shape.Name, "Void", [shape.Type])],
        _ => [],
    };

    private static IEnumerable<CallTarget> Accessors(MemberShape shape)
    {
        if (shape.Tail.Contains(" get;", StringComparison.Ordinal))
            yield return Method(shape, "get_" + shape.Name, shape.Type, shape.ParameterTypes);
        if (shape.Tail.Contains(" set;", StringComparison.Ordinal) || shape.Tail.Contains(" init;", StringComparison.Ordinal))
            yield return Method(shape, "set_" + shape.Name, "Void", [.. shape.ParameterTypes, shape.Type]);
    }

    private static CallTarget Method(MemberShape shape, string name, string type, IReadOnlyList<string> parameters) =>
        new(name, shape.Generics, Write(shape.IsStatic, type, name, shape.Generics.Count, parameters));
}
