namespace CustomerRadar.Core.Metadata.Internal;

/// <summary>Texts that customers typed, fit for one line: a line end or another control character becomes a space.</summary>
internal static class OneLine
{
    /// <summary>The text, trimmed; null when nothing is left of it.</summary>
    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (!text.Any(char.IsControl))
            return text.Trim();
        var words = new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
        return string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line : null;
    }
}
