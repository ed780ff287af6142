namespace CustomerRadar.Core.Api.Ids.Internal;

/// <summary>Knows the documented keys, and what people make of them.</summary>
internal static class IdKeys
{
    private const int Typos = 2;

    private static readonly (string Word, IdKind Kind)[] Words =
    [
        ("client", IdKind.Client),
        ("programme", IdKind.Programme),
        ("program", IdKind.Programme),
        ("location", IdKind.Location),
        ("pom", IdKind.Pom),
        // Customer Radar's newer word for a POM.
        ("submeasure", IdKind.Pom),
    ];

    private static readonly string[] NameWords = ["name", "displayname", "title", "label"];

    /// <summary>The documented key.</summary>
    public static string Documented(IdKind kind) => kind switch
    {
        IdKind.Client => "clientDisplayId",
        IdKind.Programme => "programmeDisplayId",
        IdKind.Location => "locationDisplayId",
        IdKind.Pom => "pomDisplayId",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    /// <summary>For a person.</summary>
    public static string InWords(IdKind kind) => kind == IdKind.Pom ? "POM" : Words.First(word => word.Kind == kind).Word;

    /// <summary>What a key means; null when it says nothing to us.</summary>
    public static IdKey? Read(string key)
    {
        var plain = string.Concat(key.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        if (NameWords.Contains(plain))
            return new IdKey(IdKeyPart.Name, null, IsExact: true);
        if (plain == "displayid")
            return new IdKey(IdKeyPart.Id, null, IsExact: true);

        foreach (var (word, kind) in Words.Where(word => plain.StartsWith(word.Word, StringComparison.Ordinal)))
        {
            switch (plain[word.Length..])
            {
                case "displayid" or "displayids":
                    return new IdKey(IdKeyPart.Id, kind, IsExact: true);
                case "id" or "ids":
                    return new IdKey(IdKeyPart.Id, kind, IsExact: false);
                case "" or "s":
                    return new IdKey(IdKeyPart.Thing, kind, IsExact: true);
                case var rest when NameWords.Contains(rest):
                    return new IdKey(IdKeyPart.Name, kind, IsExact: true);
            }
        }

        return Enum.GetValues<IdKind>().Where(kind => Distance(plain, Documented(kind).ToLowerInvariant()) <= Typos)
            .Select(kind => new IdKey(IdKeyPart.Id, kind, IsExact: false)).FirstOrDefault();
    }

    /// <summary>The kinds that a text names by their documented keys. What only resembles such a key is then another thing: <c>locationId</c> beside <c>locationDisplayId</c>.</summary>
    public static HashSet<IdKind> Exact(IEnumerable<string> keys) =>
        [.. keys.Select(Read).Where(key => key is { Part: IdKeyPart.Id, IsExact: true, Kind: not null }).Select(key => key!.Kind!.Value)];

    /// <summary>How many letters to add, drop or change.</summary>
    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > Typos)
            return Typos + 1;
        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var row = new int[other.Length + 1];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            above = row;
        }

        return above[^1];
    }
}
