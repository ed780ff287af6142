using System.Text.RegularExpressions;
using CustomerRadar.Core.Internal;

namespace CustomerRadar.Core.Api.Internal;

/// <summary>Makes a text from an answer fit for logs, rows and pages: one line, short, without contacts that the API may echo.</summary>
internal static partial class OutsideText
{
    private const int MaximumLength = 300;

    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var line = WhiteSpace().Replace(text, " ").Trim();
        line = EmailAddress().Replace(line, "[e-mail]");
        line = LongNumber().Replace(line, "[number]");
        return Text.Shorten(line, MaximumLength);
    }

    [GeneratedRegex(@"[\s\p{C}]+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"[^\s@<>""']+@[^\s@<>""']+")]
    private static partial Regex EmailAddress();

    [GeneratedRegex(@"(?<![\w])\+?\d[\d ()-]{5,}\d(?![\w])")]
    private static partial Regex LongNumber();
}
