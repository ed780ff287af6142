using Moq;
using Nop.Core;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.Stores;
using Nop.Data;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Orders;

/// <summary>A shop with one order.</summary>
internal static class Some
{
    public static Order Order() => new()
    {
        Id = 123,
        StoreId = 1,
        CustomerId = 3,
        CustomOrderNumber = "N-123",
        OrderTotal = 12.5m,
        BillingAddressId = 1,
        ShippingAddressId = 2,
        OrderStatus = OrderStatus.Processing,
        PaymentStatus = PaymentStatus.Paid,
        CreatedOnUtc = new DateTime(2026, 3, 2, 12, 0, 0),
    };

    public static OrderSources Sources(Order order) => new(
        Table(order),
        Table(new OrderItem { Id = 1, OrderId = 123, ProductId = 5 }, new OrderItem { Id = 2, OrderId = 7, ProductId = 6 }),
        Table(new Product { Id = 5, Sku = "SKU-1", Name = "Thing" }, new Product { Id = 6, Sku = "SKU-2", Name = "Other" }),
        Table(
            new Address { Id = 1, Email = "billing@example.com", PhoneNumber = "021 1", CountryId = 4, FirstName = "Dave", LastName = "Brown", City = "Nelson" },
            new Address { Id = 2, Email = " ", PhoneNumber = "021 2" }),
        Table(new Country { Id = 4, Name = "New Zealand", TwoLetterIsoCode = "NZ" }),
        Table(new Customer { Id = 3, Email = "customer@example.com", Phone = "021 3", FirstName = "David" }),
        Table(new Store { Id = 1, Name = "Shop" }));

    private static IRepository<T> Table<T>(params T[] rows)
        where T : BaseEntity
    {
        var table = new Mock<IRepository<T>>(MockBehavior.Strict);
        table.Setup(x => x.GetByIdAsync(It.IsAny<int?>(), null, true, false))
            .ReturnsAsync((int? id, object? _, bool _, bool _) => rows.FirstOrDefault(row => row.Id == id)!);
        table.Setup(x => x.GetByIdsAsync(It.IsAny<IList<int>>(), null, true))
            .ReturnsAsync((IList<int> ids, object? _, bool _) => [.. rows.Where(row => ids.Contains(row.Id))]);
        table.Setup(x => x.GetAllAsync(It.IsAny<Func<IQueryable<T>, IQueryable<T>>>(), null, true))
            .ReturnsAsync((Func<IQueryable<T>, IQueryable<T>> where, object? _, bool _) => [.. where(rows.AsQueryable())]);
        return table.Object;
    }
}
