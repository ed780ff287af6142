using CustomerRadar.Core.Api.Ids.Internal;

namespace CustomerRadar.Core.Api.Ids;

/// <summary>
/// Reads client, programme, location and POM ids that a person pasted. Customer Radar documents the four keys (<c>clientDisplayId</c>,
/// <c>programmeDisplayId</c>, <c>locationDisplayId</c>, <c>pomDisplayId</c>) and no form in which its support or "POM Lookup V2" hand
/// them out, so nothing here depends on one. Pure.
/// </summary>
public static class PastedIds
{
    /// <summary>The longest text that is read, in characters.</summary>
    public const int MaximumLength = 4 * 1024 * 1024;

    /// <summary>
    /// Reads JSON of any shape; columns parted by comma, semicolon or tab under a header line; lines such as <c>Location ID: 1cf1…</c>;
    /// or, without any of that, one id a line beside a name, taken for locations.
    /// </summary>
    /// <param name="text">What was pasted. Blank gives no row and one fault.</param>
    public static FoundIds Read(string text)
    {
        var ids = new IdCollector();
        var pasted = text.TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(pasted))
            ids.Fault(1, 1, "There is nothing to read.");
        else if (pasted.Length > MaximumLength)
            ids.Fault(1, 1, $"The text is longer than {MaximumLength / 1024 / 1024} million characters. Nothing was read.");
        else if (pasted.AsSpan().TrimStart() is ['{' or '[', ..])
            JsonIds.Read(pasted, ids);
        else
            LineIds.Read(pasted, ids);
        return ids.Found();
    }
}
