using Nop.Plugin.Misc.CustomerRadar.Bookings;
using Nop.Plugin.Misc.CustomerRadar.Extensions;

namespace Nop.Plugin.Misc.CustomerRadar.Orders;

/// <summary>Every token that a rule of this shop may name: our own, and those that other plugins add.</summary>
public sealed class TokenCatalogue(IEnumerable<IBookingReader> bookings, OtherPlugins others)
{
    /// <summary>The names, in alphabetical order.</summary>
    public IReadOnlyList<string> Names { get; } =
        [.. OrderTokens.Names.Concat(BookingReader.CommonFields).Concat(bookings.SelectMany(plugin => plugin.Fields)).Concat(others.Tokens).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>How tokens begin that end in a name of the merchant's own.</summary>
    public IReadOnlyList<string> Families { get; } = OrderTokens.Families;

    /// <summary>All of them, for people to choose from.</summary>
    public IReadOnlyList<TokenArea> Areas => TokenAreas.With(Names);

    /// <summary>True when a rule may name the token.</summary>
    public bool Contains(string token) => OrderTokens.Contains(token) || Names.Contains(token);
}
