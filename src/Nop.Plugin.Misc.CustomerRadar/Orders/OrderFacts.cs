using Nop.Core;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Shipping;
using Nop.Core.Domain.Stores;

namespace Nop.Plugin.Misc.CustomerRadar.Orders;

/// <summary>An order with what hangs on it, each part read once, when first asked for.</summary>
public sealed class OrderFacts
{
    private readonly Lazy<Task<Address?>> _billing;
    private readonly Lazy<Task<Address?>> _shipping;
    private readonly Lazy<Task<Address?>> _pickup;
    private readonly Lazy<Task<Customer?>> _customer;
    private readonly Lazy<Task<Store?>> _store;
    private readonly Lazy<Task<IReadOnlyList<OrderItem>>> _items;
    private readonly Lazy<Task<IReadOnlyList<Product>>> _products;
    private readonly Lazy<Task<IReadOnlyList<Shipment>>> _shipments;

    /// <param name="order">The order.</param>
    /// <param name="sources">What the rest is read from.</param>
    /// <param name="itemId">The one item that counts, for a rental that is invited by item; null for all.</param>
    internal OrderFacts(Order order, OrderSources sources, int? itemId = null)
    {
        Order = order;
        Sources = sources;
        var (orderId, tables) = (order.Id, sources.Tables);
        _billing = new(() => tables.FindAsync<Address>(order.BillingAddressId));
        _shipping = new(() => tables.FindAsync<Address>(order.ShippingAddressId));
        _pickup = new(() => tables.FindAsync<Address>(order.PickupAddressId));
        _customer = new(() => tables.FindAsync<Customer>(order.CustomerId));
        _store = new(() => tables.FindAsync<Store>(order.StoreId));
        _items = new(() => tables.ListAsync<OrderItem>(items => items
            .Where(item => item.OrderId == orderId && (itemId == null || item.Id == itemId)).OrderBy(item => item.Id)));
        _products = new(async () => await tables.FindAsync<Product>((await ItemsAsync()).Select(item => item.ProductId)));
        _shipments = new(() => tables.ListAsync<Shipment>(shipments => shipments
            .Where(shipment => shipment.OrderId == orderId).OrderBy(shipment => shipment.Id)));
    }

    /// <summary>The order.</summary>
    public Order Order { get; }

    /// <summary>What the rest is read from.</summary>
    internal OrderSources Sources { get; }

    /// <summary>The billing address, a copy that survives the customer.</summary>
    public Task<Address?> BillingAsync() => _billing.Value;

    /// <summary>The shipping address; null for an order that is not shipped.</summary>
    public Task<Address?> ShippingAsync() => _shipping.Value;

    /// <summary>The address of the pick-up point, which is the shop's and never the buyer's; null for an order that is not picked up.</summary>
    public Task<Address?> PickupAsync() => _pickup.Value;

    /// <summary>The customer; null when it is gone.</summary>
    public Task<Customer?> CustomerAsync() => _customer.Value;

    /// <summary>The store of the order.</summary>
    public Task<Store?> StoreAsync() => _store.Value;

    /// <summary>The items, in their order; of a rental that is invited by item that one only.</summary>
    public Task<IReadOnlyList<OrderItem>> ItemsAsync() => _items.Value;

    /// <summary>The products of the items, each once.</summary>
    public Task<IReadOnlyList<Product>> ProductsAsync() => _products.Value;

    /// <summary>The shipments, in their order.</summary>
    public Task<IReadOnlyList<Shipment>> ShipmentsAsync() => _shipments.Value;

    /// <summary>A country by its id.</summary>
    public Task<Country?> CountryAsync(int? countryId) => Sources.Tables.FindAsync<Country>(countryId);

    /// <summary>The name of an entity in the order's language.</summary>
    internal Task<string?> NameAsync<T>(T entity, string? name)
        where T : BaseEntity, ILocalizedEntity =>
        Sources.Texts.TranslatedAsync(entity, "Name", name, Order.CustomerLanguageId);
}
