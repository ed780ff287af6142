using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Stores;
using Nop.Data;

namespace Nop.Plugin.Misc.CustomerRadar.Orders;

/// <summary>
/// An order with what hangs on it, each part read when first asked for. Read through repositories without a cache key: straight from the
/// database, since another node may have changed what this node's cache still holds, and without any service that wants a request.
/// </summary>
public sealed class OrderFacts
{
    private readonly OrderSources _sources;
    private readonly Lazy<Task<Address?>> _billing;
    private readonly Lazy<Task<Address?>> _shipping;
    private readonly Lazy<Task<Customer?>> _customer;
    private readonly Lazy<Task<Store?>> _store;
    private readonly Lazy<Task<IReadOnlyList<Product>>> _products;

    internal OrderFacts(Order order, OrderSources sources)
    {
        Order = order;
        _sources = sources;
        _billing = new(() => FindAsync(sources.Addresses, order.BillingAddressId));
        _shipping = new(() => FindAsync(sources.Addresses, order.ShippingAddressId));
        _customer = new(() => FindAsync(sources.Customers, order.CustomerId));
        _store = new(() => FindAsync(sources.Stores, order.StoreId));
        _products = new(ReadProductsAsync);
    }

    /// <summary>The order.</summary>
    public Order Order { get; }

    /// <summary>The billing address, a copy that survives the customer.</summary>
    public Task<Address?> BillingAsync() => _billing.Value;

    /// <summary>The shipping address; null for an order that is not shipped. The pick-up point's address is not the buyer's and is never read.</summary>
    public Task<Address?> ShippingAsync() => _shipping.Value;

    /// <summary>The customer; null when it is gone.</summary>
    public Task<Customer?> CustomerAsync() => _customer.Value;

    /// <summary>The store of the order.</summary>
    public Task<Store?> StoreAsync() => _store.Value;

    /// <summary>The products of the order's items, each once.</summary>
    public Task<IReadOnlyList<Product>> ProductsAsync() => _products.Value;

    /// <summary>A country by its id.</summary>
    public Task<Country?> CountryAsync(int? countryId) => FindAsync(_sources.Countries, countryId);

    private static async Task<T?> FindAsync<T>(IRepository<T> repository, int? id)
        where T : Nop.Core.BaseEntity =>
        id is > 0 ? await repository.GetByIdAsync(id) : null;

    private async Task<IReadOnlyList<Product>> ReadProductsAsync()
    {
        var orderId = Order.Id;
        var items = await _sources.Items.GetAllAsync(query => query.Where(item => item.OrderId == orderId));
        return [.. await _sources.Products.GetByIdsAsync([.. items.Select(item => item.ProductId).Distinct()])];
    }
}
