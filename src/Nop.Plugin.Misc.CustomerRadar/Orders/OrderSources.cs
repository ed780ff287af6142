using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Stores;
using Nop.Data;

namespace Nop.Plugin.Misc.CustomerRadar.Orders;

/// <summary>The store's tables that an order is read from.</summary>
public sealed record OrderSources(
    IRepository<Order> Orders,
    IRepository<OrderItem> Items,
    IRepository<Product> Products,
    IRepository<Address> Addresses,
    IRepository<Country> Countries,
    IRepository<Customer> Customers,
    IRepository<Store> Stores);
