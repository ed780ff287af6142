using CustomerRadar.Core.Metadata;

namespace Nop.Plugin.Misc.CustomerRadar.Bookings;

/// <summary>A booking as it is now.</summary>
public sealed record BookingDetails
{
    /// <summary>When it ends or ended, in UTC.</summary>
    public required DateTime EndsOnUtc { get; init; }

    /// <summary>Why it does not stand, in plain words for the merchant ("The booking was cancelled."); null (default) when it does.</summary>
    public string? WhyItDoesNotStand { get; init; }

    /// <summary>The order that it was sold with; null (default) for none. From it come the tokens of orders, stores and customers, and what <see cref="Contact"/> leaves open.</summary>
    public int? OrderId { get; init; }

    /// <summary>The customer of the store; null (default) for the order's, if there is one.</summary>
    public int? CustomerId { get; init; }

    /// <summary>Whom to ask; null (default) for the order's buyer.</summary>
    public Contact? Contact { get; init; }

    /// <summary>The fields that were wanted: a name, and one or several values. A field without a value is left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fields { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
