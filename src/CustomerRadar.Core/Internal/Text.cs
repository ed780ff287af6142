namespace CustomerRadar.Core.Internal;

/// <summary>The one check behind every textual identifier.</summary>
internal static class Text
{
    /// <summary>Trims <paramref name="value"/>; null when it is blank, too long, or holds white space or control characters.</summary>
    public static string? Identifier(string? value, int maximumLength)
    {
        var text = value?.Trim();
        return string.IsNullOrEmpty(text) || text.Length > maximumLength || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            ? null
            : text;
    }

    public static FormatException NotAnIdentifier(string name, int maximumLength) =>
        new($"A {name} is 1 to {maximumLength} characters without spaces.");

    /// <summary>Cuts a text from outside to what a column or a log line can hold.</summary>
    public static string Shorten(string text, int maximumLength) =>
        text.Length <= maximumLength ? text : string.Concat(text.AsSpan(0, maximumLength - 1), "…");
}
