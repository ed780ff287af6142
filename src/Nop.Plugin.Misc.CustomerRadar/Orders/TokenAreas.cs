using Nop.Plugin.Misc.CustomerRadar.Bookings;

namespace Nop.Plugin.Misc.CustomerRadar.Orders;

/// <summary>The tokens for people: by what they are about, what is asked for most often first.</summary>
internal static class TokenAreas
{
    /// <summary>Stands in a listed token for the merchant's own name of something.</summary>
    public const string Name = "NAME";

    private static readonly string[] AddressParts =
        ["FirstName", "LastName", "Email", "PhoneNumber", "Company", "Address1", "Address2", "City", "County", "StateProvince", "ZipPostalCode", "Country", "CountryCode"];

    /// <summary>Every token of an order or a booking.</summary>
    public static IReadOnlyList<TokenArea> All { get; } =
    [
        Area(
            "Order",
            "Order.OrderNumber", "Order.OrderId", "Order.CreatedOn", "Order.PaidOn", "Order.Status", "Order.PaymentStatus", "Order.ShippingStatus", "Order.Total", "Order.Subtotal",
            "Order.Discount", "Order.AmountRefunded", "Order.Currency", "Order.PaymentMethod", "Order.PaymentMethodSystemName", "Order.Language", "Order.VatNumber", "Order.CouponCodes",
            "Order.CheckoutAttributes", "Order.CheckoutAttribute." + Name, "Order.Subscription", "Order.OpenReturnRequests", "Order.PlacedByAdministrator"),
        Area(
            "Products",
            "Order.Skus", "Order.ProductNames", "Order.ProductIds", "Order.ItemCount", "Order.Categories", "Order.CategoryIds", "Order.CategoriesAndParents", "Order.Manufacturers",
            "Order.Vendors", "Order.VendorIds", "Order.OnlyGiftCards", "Order.RentalStart", "Order.RentalEnd"),
        Area(
            "Customer",
            "Order.CustomerFullName", "Order.CustomerEmail", "Order.CustomerOrderNumber", "Customer.Id", "Customer.FullName", "Customer.FirstName", "Customer.LastName", "Customer.Email",
            "Customer.Username", "Customer.Company", "Customer.VatNumber", "Customer.Roles", "Customer.IsGuest", "Customer.GdprConsents", "Customer.GdprConsent." + Name,
            "Customer.NewsletterSubscriptions"),
        Address("Billing", "Order.Billing"),
        Address("Shipping", "Order.Shipping"),
        Area(
            "Delivery",
            "Order.ShippingMethod", "Order.Shippable", "Shipment.ShipmentNumber", "Shipment.TrackingNumber", "Order.Warehouses", "Order.WarehouseIds", "Order.PickupInStore",
            "Order.PickupAddress1", "Order.PickupCity", "Order.PickupZipPostalCode"),
        Area("Store", "Store.Name", "Store.Id", "Store.CompanyName"),
        Area("Booking", [.. BookingReader.CommonFields]),
    ];

    /// <summary>All of them, and behind them those that other plugins add.</summary>
    public static IReadOnlyList<TokenArea> With(IEnumerable<string> names)
    {
        var listed = All.SelectMany(area => area.Tokens).Select(token => token.Name).ToHashSet(StringComparer.Ordinal);
        var others = names.Where(name => !listed.Contains(name)).Select(name => new TokenRow(name, null)).ToList();
        return others.Count == 0 ? All : [.. All, new TokenArea("Others", others)];
    }

    private static TokenArea Area(string key, params string[] names) => new(key, [.. names.Select(name => new TokenRow(name, name))]);

    private static TokenArea Address(string key, string prefix) => new(key, [.. AddressParts.Select(part => new TokenRow(prefix + part, "Address." + part))]);
}
