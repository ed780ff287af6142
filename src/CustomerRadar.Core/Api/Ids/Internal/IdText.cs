using System.Globalization;
using System.Text;

namespace CustomerRadar.Core.Api.Ids.Internal;

/// <summary>A piece of text and where it stands.</summary>
internal readonly record struct IdText(string Text, int Line, int Position)
{
    private const int LongestName = 200;

    /// <summary>True for the form of Customer Radar's own examples (32 hexadecimal digits), or of a GUID.</summary>
    public bool LooksLikeAnId => Guid.TryParseExact(Text, "N", out _) || Guid.TryParseExact(Text, "D", out _);

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
