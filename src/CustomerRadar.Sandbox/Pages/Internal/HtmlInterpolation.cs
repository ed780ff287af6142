using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CustomerRadar.Sandbox.Pages.Internal;

/// <summary>What the compiler makes of an interpolated string for <see cref="Html.Of"/>.</summary>
[InterpolatedStringHandler]
internal readonly struct HtmlInterpolation(int literalLength, int formattedCount)
{
    // Letters of all scripts stay readable in the source; the characters that mean something in HTML are always encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _markup = new(literalLength + formattedCount * 32);

    public void AppendLiteral(string markup) => _markup.Append(markup);

    public void AppendFormatted(Html piece) => _markup.Append(piece);

    public void AppendFormatted(string? text) => _markup.Append(Encoder.Encode(text ?? ""));

    public void AppendFormatted<T>(T value, string? format = null)
        where T : IFormattable => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

    public string ToMarkup() => _markup.ToString();
}
