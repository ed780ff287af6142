namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure.Texts;

/// <summary>What each token gives, in the merchant's words.</summary>
internal static class TokenTexts
{
    public static IReadOnlyList<PageText> All { get; } =
    [
        new("Tokens.Title", "What can stand in a value, filled from each order"),
        new("Tokens.About", "A click puts it where the cursor is. First and last name are always sent with the invitation, when the order has them; no line is needed for them. Where a token ends in NAME, put the name or number in its place after the click."),
        new("Tokens.Area.Order", "Order"),
        new("Tokens.Area.Products", "Products"),
        new("Tokens.Area.Customer", "Customer"),
        new("Tokens.Area.Billing", "Billing address"),
        new("Tokens.Area.Shipping", "Shipping address"),
        new("Tokens.Area.Delivery", "Delivery and pick-up"),
        new("Tokens.Area.Store", "Store"),
        new("Tokens.Area.Booking", "Bookings of a booking plugin"),
        new("Tokens.Area.Others", "Added by other plugins"),
        .. Order,
        .. Products,
        .. Customer,
        .. Address,
        .. Delivery,
        new("Tokens.Store.Name", "Name of the store"),
        new("Tokens.Store.Id", "Number of the store"),
        new("Tokens.Store.CompanyName", "Company name of the store"),
        new("Tokens.Booking.Reference", "Booking reference"),
        new("Tokens.Booking.EndsOn", "When the booking ends"),
    ];

    private static PageText[] Order =>
    [
        new("Tokens.Order.OrderNumber", "Order number, as the customer sees it"),
        new("Tokens.Order.OrderId", "The order's id in the database"),
        new("Tokens.Order.CreatedOn", "When it was placed"),
        new("Tokens.Order.PaidOn", "When it was paid"),
        new("Tokens.Order.Status", "Order status, for example Complete"),
        new("Tokens.Order.PaymentStatus", "Payment status, for example Paid"),
        new("Tokens.Order.ShippingStatus", "Shipping status, for example Delivered"),
        new("Tokens.Order.Total", "Order total, in the primary store currency"),
        new("Tokens.Order.Subtotal", "Subtotal with tax, in the primary store currency"),
        new("Tokens.Order.Discount", "Discount on the order total, in the primary store currency"),
        new("Tokens.Order.AmountRefunded", "What was refunded so far, in the primary store currency"),
        new("Tokens.Order.Currency", "Currency that the customer chose, for example NZD"),
        new("Tokens.Order.PaymentMethod", "Payment method, as customers see it"),
        new("Tokens.Order.PaymentMethodSystemName", "System name of the payment method"),
        new("Tokens.Order.Language", "Language of the order, for example en"),
        new("Tokens.Order.VatNumber", "VAT number on the order"),
        new("Tokens.Order.CouponCodes", "Coupon codes that were used"),
        new("Tokens.Order.CheckoutAttributes", "All checkout attributes with what was chosen"),
        new("Tokens.Order.CheckoutAttribute.NAME", "What was chosen for one checkout attribute: for NAME write its name with dashes for spaces, or its number"),
        new("Tokens.Order.Subscription", "First or Renewal for recurring orders; else empty"),
        new("Tokens.Order.OpenReturnRequests", "How many return requests are open"),
        new("Tokens.Order.PlacedByAdministrator", "true when staff ordered in the customer's name"),
    ];

    private static PageText[] Products =>
    [
        new("Tokens.Order.Skus", "SKUs of what was bought"),
        new("Tokens.Order.ProductNames", "Names of the products"),
        new("Tokens.Order.ProductIds", "Ids of the products"),
        new("Tokens.Order.ItemCount", "Number of pieces"),
        new("Tokens.Order.Categories", "Categories of the products"),
        new("Tokens.Order.CategoryIds", "Ids of these categories"),
        new("Tokens.Order.CategoriesAndParents", "Categories, with those above them"),
        new("Tokens.Order.Manufacturers", "Manufacturers"),
        new("Tokens.Order.Vendors", "Vendors"),
        new("Tokens.Order.VendorIds", "Ids of the vendors"),
        new("Tokens.Order.OnlyGiftCards", "true when all that was bought is gift cards"),
        new("Tokens.Order.RentalStart", "First day of the rental"),
        new("Tokens.Order.RentalEnd", "Last day of the rental"),
    ];

    private static PageText[] Customer =>
    [
        new("Tokens.Order.CustomerFullName", "Name on the billing address"),
        new("Tokens.Order.CustomerEmail", "E-mail address on the billing address"),
        new("Tokens.Order.CustomerOrderNumber", "1 for the customer's first order, 2 for the second …"),
        new("Tokens.Customer.Id", "Number of the account"),
        new("Tokens.Customer.FullName", "Name in the account"),
        new("Tokens.Customer.FirstName", "First name in the account"),
        new("Tokens.Customer.LastName", "Last name in the account"),
        new("Tokens.Customer.Email", "E-mail address of the account"),
        new("Tokens.Customer.Username", "User name of the account"),
        new("Tokens.Customer.Company", "Company in the account"),
        new("Tokens.Customer.VatNumber", "VAT number in the account"),
        new("Tokens.Customer.Roles", "Customer roles"),
        new("Tokens.Customer.IsGuest", "true for an order without an account"),
        new("Tokens.Customer.GdprConsents", "GDPR consents that were agreed to"),
        new("Tokens.Customer.GdprConsent.NAME", "Answer to one GDPR consent, agreed or disagreed: for NAME write its number"),
        new("Tokens.Customer.NewsletterSubscriptions", "Newsletters that the order's e-mail address subscribes to"),
    ];

    private static PageText[] Address =>
    [
        new("Tokens.Address.FirstName", "First name"),
        new("Tokens.Address.LastName", "Last name"),
        new("Tokens.Address.Email", "E-mail address"),
        new("Tokens.Address.PhoneNumber", "Phone number"),
        new("Tokens.Address.Company", "Company"),
        new("Tokens.Address.Address1", "Address, first line"),
        new("Tokens.Address.Address2", "Address, second line"),
        new("Tokens.Address.City", "City"),
        new("Tokens.Address.County", "County or region"),
        new("Tokens.Address.StateProvince", "State or province"),
        new("Tokens.Address.ZipPostalCode", "Zip or postal code"),
        new("Tokens.Address.Country", "Country"),
        new("Tokens.Address.CountryCode", "Country as two letters, for example NZ"),
    ];

    private static PageText[] Delivery =>
    [
        new("Tokens.Order.ShippingMethod", "Shipping method"),
        new("Tokens.Order.Shippable", "true when the order is shipped"),
        new("Tokens.Shipment.ShipmentNumber", "Numbers of the shipments"),
        new("Tokens.Shipment.TrackingNumber", "Tracking numbers"),
        new("Tokens.Order.Warehouses", "Warehouses that it was sent from, or where the products lie"),
        new("Tokens.Order.WarehouseIds", "Ids of the warehouses"),
        new("Tokens.Order.PickupInStore", "true when the order is picked up"),
        new("Tokens.Order.PickupAddress1", "Address of the pick-up point"),
        new("Tokens.Order.PickupCity", "City of the pick-up point"),
        new("Tokens.Order.PickupZipPostalCode", "Zip or postal code of the pick-up point"),
    ];
}
