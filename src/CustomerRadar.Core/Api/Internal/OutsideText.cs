using System.Text.RegularExpressions;
using CustomerRadar.Core.Internal;

namespace CustomerRadar.Core.Api.Internal;

/// <summary>
/// Makes a text from an answer fit for logs, rows and pages: one line, short, without the call's own secrets and without contacts that
/// the API may echo. Customer Radar's ids (32 hexadecimal digits) stay readable.
/// </summary>
internal static partial class OutsideText
{
    private const int MaximumLength = 300;

    public static string? Clean(string? text, params ReadOnlySpan<Secret> secrets)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        foreach (var secret in secrets)
            text = text.Replace(secret.Reveal(), secret.ToString(), StringComparison.Ordinal);
        var line = WhiteSpace().Replace(text, " ").Trim();
        line = EmailAddress().Replace(line, "[e-mail]");
        line = IdOrLongNumber().Replace(line, match => match.Groups["id"].Success ? match.Value : "[number]");
        return Text.Shorten(line, MaximumLength);
    }

    [GeneratedRegex(@"[\s\p{C}]+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"[^\s@<>""'(),;:=]+(?:@|%40)[^\s@<>""'(),;:=]+", RegexOptions.IgnoreCase)]
    private static partial Regex EmailAddress();

    [GeneratedRegex(@"(?<id>\b[0-9a-f]{32}\b)|\+?\d(?:[ ./()-]{0,3}\d){6,}", RegexOptions.IgnoreCase)]
    private static partial Regex IdOrLongNumber();
}
