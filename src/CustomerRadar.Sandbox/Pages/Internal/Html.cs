namespace CustomerRadar.Sandbox.Pages.Internal;

/// <summary>
/// A piece of a page. It is made from an interpolated string whose holes are all encoded, unless they are pieces themselves: what a client
/// sent cannot become markup.
/// </summary>
internal sealed class Html
{
    private readonly string _markup;

    private Html(string markup) => _markup = markup;

    public static Html Empty { get; } = new("");

    public static Html Of(HtmlInterpolation interpolation) => new(interpolation.ToMarkup());

    /// <summary>Text of our own that is markup already, such as a style sheet.</summary>
    public static Html Trusted(string markup) => new(markup);

    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces));

    public override string ToString() => _markup;
}
