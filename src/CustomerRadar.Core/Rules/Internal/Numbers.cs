using System.Globalization;

namespace CustomerRadar.Core.Rules.Internal;

/// <summary>Numbers as fields and filters write them: a point before the decimals, no thousands separators, whatever the language.</summary>
internal static class Numbers
{
    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    public static decimal? Read(string text) => decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) ? number : null;
}
