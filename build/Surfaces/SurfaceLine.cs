namespace CustomerRadar.Surfaces;

/// <summary>One line below a type.</summary>
/// <param name="Kind">A attribute, I interface, C constructor, M method, P property, F field or constant, E enum value, V event.</param>
/// <param name="Text">The rest of the line.</param>
/// <param name="Name">The member's name in metadata; for an attribute or interface its whole text.</param>
public sealed record SurfaceLine(char Kind, string Text, string Name)
{
    /// <summary>The kinds, in the order in which they are written.</summary>
    public const string Kinds = "AICMPFEV";

    /// <summary>Reads a line without its indent.</summary>
    /// <exception cref="FormatException">It is not such a line.</exception>
    public static SurfaceLine Parse(string line)
    {
        if (line.Length < 3 || !Kinds.Contains(line[0], StringComparison.Ordinal) || line[1] != ' ')
            throw new FormatException($"Not the line of a member: {line}");
        var (kind, text) = (line[0], line[2..]);
        return new SurfaceLine(kind, text, kind is 'A' or 'I' ? text : Shape(kind, text).Name);
    }

    /// <summary>What compiled code can refer to by this line: the member itself, or a property's accessors.</summary>
    public IReadOnlyList<CallTarget> Targets => Kind is 'A' or 'I' or 'E' ? [] : CallTarget.Of(Kind, Shape(Kind, Text));

    /// <summary>True when a class that derives from the type has to implement this.</summary>
    public bool IsAbstract => Kind is 'M' or 'P' or 'V' && Shape(Kind, Text).Modifiers.Contains("abstract");

    public override string ToString() => $"{Kind} {Text}";

    private static MemberShape Shape(char kind, string text) => MemberShape.Parse(kind, text);
}
