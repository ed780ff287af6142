namespace CustomerRadar.Surfaces;

/// <summary>Takes the written form of a type apart: <c>A.B&lt;C,D&gt;</c>, without blanks but before a variant parameter.</summary>
internal static class TypeText
{
    public static string WithoutArguments(string type) =>
        type.IndexOf('<', StringComparison.Ordinal) is > 0 and var open ? type[..open] : type;

    public static IReadOnlyList<string> Arguments(string type)
    {
        var open = type.IndexOf('<', StringComparison.Ordinal);
        return open <= 0 || type[^1] != '>' ? [] : [.. Split(type[(open + 1)..^1]).Select(WithoutVariance)];
    }

    private static string WithoutVariance(string parameter) => parameter[(parameter.LastIndexOf(' ') + 1)..];

    private static IEnumerable<string> Split(string arguments)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < arguments.Length; i++)
        {
            depth += arguments[i] switch { '<' or '[' => 1, '>' or ']' => -1, _ => 0 };
            if (depth != 0 || arguments[i] != ',')
                continue;
            yield return arguments[start..i];
            start = i + 1;
        }

        yield return arguments[start..];
    }
}
