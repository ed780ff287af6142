using System.Globalization;
using System.Text;

namespace CustomerRadar.Core.Api.Ids.Internal;

/// <summary>A piece of text and where it stands.</summary>
internal readonly record struct IdText(string Text, int Line, int Position)
{
    private const int LongestName = 200;

    /// <summary>True for text like the ids of Customer Radar's own examples (31 or 32 letters and digits), or a GUID. No name looks like that.</summary>
    public bool LooksLikeAnId =>
        (Text.Length is >= 24 and <= 40 && Text.All(char.IsAsciiLetterOrDigit) && Text.Any(char.IsAsciiDigit)) || Guid.TryParseExact(Text, "D", out _);

    /// <summary>The text as it is meant: without space around it and without the invisible characters that come along from web pages and mails.</summary>
    public static IdText Of(string text, int line, int position)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)
                visible.Append(c);
        }

        return new IdText(visible.ToString().Trim(), line, position);
    }

    /// <summary>The text as a name: one line, not too long.</summary>
    public string AsName() => Core.Internal.Text.Shorten(
        string.Join(' ', Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), LongestName);
}
