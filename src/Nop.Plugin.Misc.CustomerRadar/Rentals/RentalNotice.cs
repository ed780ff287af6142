using CustomerRadar.Core.Invitations;

namespace Nop.Plugin.Misc.CustomerRadar.Rentals;

/// <summary>Something happened to an order that may hold rentals.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Store">Its store.</param>
/// <param name="What">What happened.</param>
/// <param name="Reason">Why, for one that ended or was revived.</param>
internal sealed record RentalNotice(int OrderId, StoreKey Store, RentalNotice.Kind What, string Reason = "")
{
    internal enum Kind
    {
        Paid,
        Ended,
        Revived,
    }
}
