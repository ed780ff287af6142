namespace CustomerRadar.Surfaces;

/// <summary>A member's line taken apart.</summary>
internal sealed record MemberShape(
    IReadOnlyList<string> Modifiers,
    string Type,
    string Name,
    IReadOnlyList<string> Generics,
    IReadOnlyList<string> ParameterTypes,
    string Tail)
{
    private static readonly HashSet<string> ModifierWords =
        ["protected", "static", "abstract", "virtual", "override", "sealed", "readonly", "const", "required"];

    private static readonly HashSet<string> ParameterWords = ["this", "params", "ref", "out", "in"];

    public bool IsStatic => Modifiers.Contains("static") || Modifiers.Contains("const");

    public static MemberShape Parse(char kind, string text)
    {
        var modifiers = new List<string>();
        while (text.Split(' ', 2) is [var word, var rest] && ModifierWords.Contains(word))
        {
            modifiers.Add(word);
            text = rest;
        }

        return kind switch
        {
            'C' => new(modifiers, "Void", ".ctor", [], Parameters(text, 0, ')', out var end), text[end..]),
            'M' => Method(modifiers, text),
            'P' or 'V' or 'F' => Typed(modifiers, text),
            'E' => new(modifiers, "", text.Split(' ')[0], [], [], text),
            _ => throw new FormatException($"Unknown kind of member: {kind} {text}"),
        };
    }

    private static MemberShape Method(List<string> modifiers, string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var blank = open < 0 ? -1 : text.LastIndexOf(' ', open);
        if (blank < 0)
            throw new FormatException($"Not a method: {text}");
        var name = text[(blank + 1)..open];
        var parameters = Parameters(text, open, ')', out var end);
        return new(modifiers, text[..blank], TypeText.WithoutArguments(name), TypeText.Arguments(name), parameters, text[end..]);
    }

    private static MemberShape Typed(List<string> modifiers, string text)
    {
        if (text.Split(' ', 3) is not [var type, var name, ..])
            throw new FormatException($"Not a property, field or event: {text}");
        var after = type.Length + 1 + name.Length;
        if (!name.StartsWith("this[", StringComparison.Ordinal))
            return new(modifiers, type, name, [], [], text[after..]);
        var parameters = Parameters(text, type.Length + 1 + "this".Length, ']', out var end);
        return new(modifiers, type, "Item", [], parameters, text[end..]);
    }

    // A default may be a string with commas and brackets in it.
    private static List<string> Parameters(string text, int open, char close, out int end)
    {
        var (types, start, quoted) = (new List<string>(), open + 1, '\0');
        for (end = start; quoted != '\0' || text[end] != close; end++)
        {
            if (quoted != '\0' && text[end] == '\\')
                end++;
            else if (text[end] is '"' or '\'' && (quoted == '\0' || quoted == text[end]))
                quoted = quoted == '\0' ? text[end] : '\0';
            else if (quoted == '\0' && text[end] == ',' && text[end + 1] == ' ')
            {
                types.Add(ParameterType(text[start..end]));
                start = end + 2;
            }
        }

        if (end > start)
            types.Add(ParameterType(text[start..end]));
        end++;
        return types;
    }

    private static string ParameterType(string parameter)
    {
        var words = parameter.Split(' ');
        var passing = words.TakeWhile(ParameterWords.Contains).ToList();
        var type = words[passing.Count];
        return passing.Any(word => word is "ref" or "out" or "in") ? type + "&" : type;
    }
}
