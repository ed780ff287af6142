using System.Globalization;

namespace Nop.Plugin.Misc.CustomerRadar.Interactions;

/// <summary>Where a page ended: the last row's date and id, so that a page costs the same however far along it is, and no row is passed over or read twice.</summary>
/// <param name="Date">The date that the pages are ordered by, UTC.</param>
/// <param name="Id">The row.</param>
internal sealed record PageCursor(DateTime Date, int Id)
{
    /// <summary>Reads a cursor; null for none.</summary>
    /// <exception cref="FormatException">It is not one of ours.</exception>
    public static PageCursor? Read(string? text)
    {
        if (text is null)
            return null;
        var parts = text.Split('-');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new PageCursor(new DateTime(ticks), id)
                : throw new FormatException("This is no page of the shop's interactions.");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Date.Ticks}-{Id}");
}
