namespace CustomerRadar.Core.Rules.Internal;

/// <summary>
/// Patterns in which <c>*</c> stands for any text, also none, and <c>?</c> for one character. Ignores case. No text makes it slow: it only ever
/// goes back to the last star.
/// </summary>
internal static class Wildcard
{
    public static bool Matches(string text, string pattern)
    {
        var (at, of, star, retry) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (of < pattern.Length && pattern[of] == '*')
            {
                (star, retry) = (of++, at);
            }
            else if (of < pattern.Length && (pattern[of] == '?' || char.ToUpperInvariant(pattern[of]) == char.ToUpperInvariant(text[at])))
            {
                at++;
                of++;
            }
            else if (star >= 0)
            {
                // The last star takes one character more.
                (of, at) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }

        while (of < pattern.Length && pattern[of] == '*')
            of++;
        return of == pattern.Length;
    }
}
