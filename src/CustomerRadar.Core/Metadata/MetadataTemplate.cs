using System.Text;

namespace CustomerRadar.Core.Metadata;

/// <summary>
/// Literal text mixed with tokens, written as nopCommerce merchants know them: <c>Order %Order.OrderNumber%</c>.
/// A token is letters, digits, dots, dashes and underscores between two per cent signs; any other <c>%</c> is literal.
/// </summary>
public sealed record MetadataTemplate
{
    private readonly IReadOnlyList<Part> _parts;

    private MetadataTemplate(string text, IReadOnlyList<Part> parts)
    {
        Text = text;
        _parts = parts;
        Tokens = [.. parts.Where(part => part.IsToken).Select(part => part.Text).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The template as it was typed.</summary>
    public string Text { get; }

    /// <summary>The names of the tokens, without their per cent signs, each once.</summary>
    public IReadOnlyList<string> Tokens { get; }

    /// <summary>Reads a template. Every text is one; whether its tokens exist is the rule's validation to say.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static MetadataTemplate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = new List<Part>();
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            var end = text[i] == '%' ? TokenEnd(text, i + 1) : -1;
            if (end < 0)
            {
                literal.Append(text[i++]);
                continue;
            }

            Flush(parts, literal);
            parts.Add(new Part(text[(i + 1)..end], IsToken: true));
            i = end + 1;
        }

        Flush(parts, literal);
        return new MetadataTemplate(text, parts);
    }

    /// <summary>
    /// The value for a subject. Several values of one field are joined by a comma and a space. Null when a template with
    /// tokens found none of them: an empty value is left out rather than sent.
    /// </summary>
    public string? Render(SubjectFields fields)
    {
        var found = Tokens.Count == 0;
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            if (!part.IsToken)
            {
                text.Append(part.Text);
                continue;
            }

            var value = string.Join(", ", fields.Values(part.Text));
            found |= value.Length > 0;
            text.Append(value);
        }

        var rendered = text.ToString().Trim();
        return found && rendered.Length > 0 ? rendered : null;
    }

    /// <inheritdoc/>
    public bool Equals(MetadataTemplate? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The template as it was typed.</summary>
    public override string ToString() => Text;

    private static int TokenEnd(string text, int start)
    {
        var i = start;
        while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '.' or '_' or '-'))
            i++;
        return i > start && i < text.Length && text[i] == '%' ? i : -1;
    }

    private static void Flush(List<Part> parts, StringBuilder literal)
    {
        if (literal.Length == 0)
            return;
        parts.Add(new Part(literal.ToString(), IsToken: false));
        literal.Clear();
    }

    private readonly record struct Part(string Text, bool IsToken);
}
