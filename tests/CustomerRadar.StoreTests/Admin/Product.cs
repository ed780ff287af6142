namespace CustomerRadar.StoreTests.Admin;

/// <summary>A product that the tests buy.</summary>
/// <param name="Path">Its address in the shop.</param>
/// <param name="Name">Its name.</param>
/// <param name="Fields">The fields of the store's product page, beyond the defaults.</param>
public sealed record Product(string Path, string Name, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>It is shipped.</summary>
    public static Product Parcel { get; } = Named("parcel", ("Price", "25"), ("IsShipEnabled", "true"), ("IsFreeShipping", "true"));

    /// <summary>It needs no shipping.</summary>
    public static Product Service { get; } = Named("service", ("Price", "40"), ("IsShipEnabled", "false"));

    /// <summary>It costs nothing and needs no shipping.</summary>
    public static Product Gift { get; } = Named("gift", ("Price", "0"), ("IsShipEnabled", "false"));

    /// <summary>A gift card that is mailed.</summary>
    public static Product GiftCard { get; } = Named("gift-card", ("Price", "30"), ("IsGiftCard", "true"), ("IsShipEnabled", "false"));

    /// <summary>It is paid for again every week.</summary>
    public static Product Subscription { get; } = Named(
        "subscription", ("Price", "12"), ("IsShipEnabled", "false"), ("IsRecurring", "true"), ("RecurringCycleLength", "7"), ("RecurringTotalCycles", "3"));

    /// <summary>It is rented by the day.</summary>
    public static Product Rental { get; } = Named("rental", ("Price", "15"), ("IsShipEnabled", "false"), ("IsRental", "true"), ("RentalPriceLength", "1"));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Product> All { get; } = [Parcel, Service, Gift, GiftCard, Subscription, Rental];

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static Product Named(string name, params (string Field, string Value)[] fields)
    {
        var (path, title) = ($"customer-radar-test-{name}", $"Customer Radar test {name}");
        return new Product(path, title, fields.Concat([("Name", title), ("SeName", path)]).ToDictionary(pair => pair.Item1, pair => pair.Item2));
    }
}
