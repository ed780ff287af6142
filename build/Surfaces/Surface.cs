using System.Text;

namespace CustomerRadar.Surfaces;

/// <summary>The public surface of some assemblies, as lines of text: what code compiled against them relies on.</summary>
public sealed class Surface
{
    private const string Legend = """
        # A nopCommerce store's public surface, as far as this repository uses it: recorded by build/facts.cs, not written by hand.
        # T type, A attribute, I interface, C constructor, M method, P property, F field or constant, E enum value, V event.

        """;

    private readonly Dictionary<TypeKey, SurfaceType> _types;

    internal Surface(IEnumerable<KeyValuePair<string, Version>> assemblies, IEnumerable<SurfaceType> types)
    {
        Assemblies = new SortedDictionary<string, Version>(assemblies.ToDictionary(), StringComparer.Ordinal);
        _types = types.ToDictionary(type => type.Key);
    }

    /// <summary>Names and versions of the assemblies.</summary>
    public IReadOnlyDictionary<string, Version> Assemblies { get; }

    public IEnumerable<SurfaceType> Types => _types.Values;

    /// <summary>The type, or null.</summary>
    public SurfaceType? Find(TypeKey key) => _types.GetValueOrDefault(key);

    /// <summary>The type that a line's text names, whichever of the assemblies it is in; null when it is in none.</summary>
    public SurfaceType? FindByText(string text)
    {
        var (name, count) = (TypeText.WithoutArguments(text), TypeText.Arguments(text).Count);
        return Assemblies.Keys
            .Select(assembly => Find(new TypeKey(assembly, count == 0 ? name : $"{name}`{count}")))
            .FirstOrDefault(type => type is not null);
    }

    /// <summary>Reads the public types of assembly files, without loading them.</summary>
    public static Surface Read(IEnumerable<string> files)
    {
        var (assemblies, types) = (new Dictionary<string, Version>(), new List<SurfaceType>());
        foreach (var file in files)
        {
            using var reader = new AssemblyReader(File.OpenRead(file));
            assemblies.Add(reader.Name, reader.Version);
            types.AddRange(reader.Types());
        }

        return new Surface(assemblies, types);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">A line is not understood.</exception>
    public static Surface Parse(string text)
    {
        var (assemblies, types) = (new Dictionary<string, Version>(), new List<SurfaceType>());
        List<SurfaceLine> lines = [];
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal) && line.Split(' ') is [_, var name, var version])
                assemblies.Add(name, Version.Parse(version));
            else if (line.StartsWith("T ", StringComparison.Ordinal))
                types.Add(new SurfaceType(assemblies.Keys.Last(), line[2..], lines = []));
            else if (line.StartsWith("  ", StringComparison.Ordinal))
                lines.Add(SurfaceLine.Parse(line[2..]));
            else if (line[0] != '#')
                throw new FormatException($"Not understood: {line}");
        }

        return new Surface(assemblies, types);
    }

    /// <summary>All of it as text, in an order that depends on nothing but the content.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Legend.ReplaceLineEndings("\n"));
        foreach (var (assembly, version) in Assemblies)
        {
            text.Append("\n## ").Append(assembly).Append(' ').Append(version).Append('\n');
            foreach (var type in Types.Where(type => type.Assembly == assembly).OrderBy(type => type.Key.Name, StringComparer.Ordinal))
            {
                text.Append("T ").Append(type.Header).Append('\n');
                foreach (var line in type.Lines)
                    text.Append("  ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }
}
