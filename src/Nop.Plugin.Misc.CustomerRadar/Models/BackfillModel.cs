using System.Globalization;

namespace Nop.Plugin.Misc.CustomerRadar.Models;

/// <summary>The fields of a backfill, as they were typed.</summary>
public sealed record BackfillModel
{
    /// <summary>Store and rule, as the list of choices has them: <c>1 order-paid</c>.</summary>
    public string? Rule { get; set; }

    /// <summary>The first day, <c>2026-03-01</c>.</summary>
    public string? From { get; set; }

    /// <summary>The last day, which is part of the range.</summary>
    public string? Until { get; set; }

    /// <summary>The most invitations an hour.</summary>
    public string? PerHour { get; set; }

    /// <summary>The <see cref="Fields"/> that the count which the merchant has seen was made from.</summary>
    public string? Counted { get; set; }

    /// <summary>All that is asked for, in one text.</summary>
    public string Fields => string.Create(CultureInfo.InvariantCulture, $"{Rule}|{From}|{Until}|{PerHour}");
}
