namespace CustomerRadar.Storage.Internal;

/// <summary>Texts from outside are cut to their column, never an error.</summary>
internal static class Column
{
    public const int Reason = 1000;
    public const int Short = 100;
    public const int Note = 200;

    public static string? Cut(string? text, int length) =>
        text is null || text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");
}
