namespace CustomerRadar.Storage.Internal;

/// <summary>Texts from outside are cut to their column, never an error.</summary>
internal static class Column
{
    public const int Reason = 1000;
    public const int Short = 100;
    public const int Note = 200;

    public static string? Cut(string? text, int length)
    {
        if (text is null || text.Length <= length)
            return text;
        // Not through the middle of a character: half a pair is no text to a database.
        var kept = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return string.Concat(text.AsSpan(0, kept), "…");
    }
}
