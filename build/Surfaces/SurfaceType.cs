using System.Text.RegularExpressions;

namespace CustomerRadar.Surfaces;

/// <summary>A public type: its first line and a line for each attribute that matters, interface and member.</summary>
/// <param name="Assembly">The assembly's simple name.</param>
/// <param name="Header">Kind, name, base type and constraints, e.g. <c>class Nop.Core.PagedList&lt;T&gt; where T : class</c>.</param>
/// <param name="Lines">Attributes, interfaces and members.</param>
public sealed partial record SurfaceType(string Assembly, string Header, IReadOnlyList<SurfaceLine> Lines)
{
    private readonly Match _header = HeaderShape().Match(Header) is { Success: true } match
        ? match
        : throw new FormatException($"Not the first line of a type: {Header}");

    /// <summary>What identifies the type.</summary>
    public TypeKey Key => new(Assembly, Generics.Count == 0 ? Name : $"{Name}`{Generics.Count}");

    /// <summary>The names of its type parameters.</summary>
    public IReadOnlyList<string> Generics => TypeText.Arguments(_header.Groups["name"].Value);

    /// <summary>The base type as written, with its arguments; Object where none is written.</summary>
    public string Base => _header.Groups["base"].Success ? _header.Groups["base"].Value : "Object";

    public bool IsInterface => _header.Groups["kind"].Value == "interface";

    private string Name => TypeText.WithoutArguments(_header.Groups["name"].Value);

    // A covariant parameter is written "out T": the one blank that a name may have.
    [GeneratedRegex(
        "^((abstract|sealed|static|readonly|ref) )*(?<kind>class|interface|struct|enum|delegate) "
        + "(?<name>(out |in |[^ ])+)( : (?<base>[^ ]+))?( where .+)?$")]
    private static partial Regex HeaderShape();
}
