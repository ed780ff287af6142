using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
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
using Nop.Plugin.Misc.CustomerRadar.Interactions;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Services.Attributes;
using Nop.Services.Catalog;
using Nop.Services.Localization;
using Nop.Services.Plugins;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Orders;

/// <summary>A shop with one paid order, number 123, and whatever rows a test adds. There is no request anywhere near it.</summary>
internal sealed class Shop
{
    private readonly Dictionary<(string Entity, int Id), string> _translations = [];

    public Shop(params BaseEntity[] rows)
    {
        Rows.Add(Order);
        Rows.AddRange(rows);
        Rows.AddRange(
        [
            new OrderItem { Id = 1, OrderId = 123, ProductId = 5, Quantity = 2 },
            new OrderItem { Id = 2, OrderId = 7, ProductId = 6, Quantity = 1 },
            new Product { Id = 5, Sku = "SKU-1", Name = "Thing", VendorId = 1, WarehouseId = 1 },
            new Product { Id = 6, Sku = "SKU-2", Name = "Other" },
            new Address
            {
                Id = 1, Email = "billing@example.com", PhoneNumber = "021 1", CountryId = 4, StateProvinceId = 9, FirstName = "Dave", LastName = "Brown", City = "Nelson",
                ZipPostalCode = "7010", Company = "Brown Ltd", Address1 = "1 Hill St",
            },
            new Address { Id = 2, Email = " ", PhoneNumber = "021 2", City = "Picton" },
            new Address { Id = 3, Email = "shop@example.com", PhoneNumber = "03 3", Address1 = "2 Shop St", City = "Blenheim" },
            new Country { Id = 4, Name = "New Zealand", TwoLetterIsoCode = "NZ" },
            new StateProvince { Id = 9, Name = "Tasman" },
            new Customer { Id = 3, Email = "customer@example.com", Phone = "021 3", FirstName = "David", LastName = "Brown", Username = "dave" },
            new Store { Id = 1, Name = "Shop", CompanyName = "Shop Ltd" },
        ]);
    }

    public List<BaseEntity> Rows { get; } = [];

    /// <summary>The tables that were read, in order.</summary>
    public List<string> Reads { get; } = [];

    public Order Order { get; } = new()
    {
        Id = 123,
        StoreId = 1,
        CustomerId = 3,
        CustomOrderNumber = "N-123",
        OrderTotal = 12.5m,
        BillingAddressId = 1,
        ShippingAddressId = 2,
        CustomerLanguageId = 2,
        CustomerCurrencyCode = "NZD",
        PaymentMethodSystemName = "Payments.Cheque",
        OrderStatus = OrderStatus.Processing,
        PaymentStatus = PaymentStatus.Paid,
        CreatedOnUtc = new DateTime(2026, 3, 2, 12, 0, 0),
        PaidDateUtc = new DateTime(2026, 3, 2, 12, 30, 0),
    };

    /// <summary>Attributes as the store's parser would find them in the order's XML: attribute and what was typed, if anything.</summary>
    public List<(CheckoutAttribute Attribute, string? Typed, CheckoutAttributeValue[] Values)> CheckoutAttributes { get; } = [];

    /// <summary>Adds a translation into the order's language.</summary>
    public Shop Translate<T>(int id, string text)
    {
        _translations[(typeof(T).Name, id)] = text;
        return this;
    }

    /// <summary>The zone of the store's connection.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");

    /// <summary>The rules of the shop.</summary>
    public IReadOnlyList<SendRule> Rules { get; init; } = [];

    public OrderReader Reader() => new(Sources(), Books());

    public ShopInteractions Interactions() => new(Sources().Tables, Books());

    public IRuleBooks Books()
    {
        var connection = new Connection
        {
            Key = ConnectionKey.Parse("store-1"),
            Username = "testing",
            Password = new Secret("testing12345"),
            ClientDisplayId = ClientDisplayId.Parse("client"),
            TimeZone = Zone,
        };
        var book = new RuleBook(Rules, new Dictionary<StoreKey, Connection> { [StoreKey.Parse("1")] = connection });
        return Mock.Of<IRuleBooks>(x => x.Current == book);
    }

    public Task<SubjectSnapshot?> ReadAsync(params string[] fields) => ReadAsync(Trigger.OrderPaid, fields);

    public Task<SubjectSnapshot?> ReadAsync(Trigger trigger, params string[] fields) => ReadAsync("order:123", trigger, rule: null, fields);

    public Task<SubjectSnapshot?> ReadAsync(string subject, Trigger trigger, SendRule? rule, params string[] fields) => Reader().ReadAsync(
        new SubjectRequest(StoreKey.Parse("1"), SubjectKey.Parse(subject), trigger, rule, fields.ToHashSet()), CancellationToken.None);

    /// <summary>The values of one field.</summary>
    public async Task<IReadOnlyList<string>> ValuesAsync(string field) => (await ReadAsync(field))!.Fields.Values(field);

    public OrderSources Sources()
    {
        var services = new ServiceCollection().AddSingleton(this).AddSingleton(typeof(IRepository<>), typeof(FakeTable<>)).BuildServiceProvider();
        return new OrderSources(new StoreTables(services), new StoreTexts(Translations(), Resources(), Plugins()), Products(), Attributes());
    }

    private ILocalizedEntityService Translations()
    {
        var translations = new Mock<ILocalizedEntityService>(MockBehavior.Strict);
        translations.Setup(x => x.GetLocalizedValueAsync(2, It.IsAny<int>(), It.IsAny<string>(), "Name"))
            .ReturnsAsync((int _, int id, string entity, string _) => _translations.GetValueOrDefault((entity, id), ""));
        return translations.Object;
    }

    private ILocalizationService Resources()
    {
        var resources = new Mock<ILocalizationService>(MockBehavior.Strict);
        resources.Setup(x => x.GetResourceAsync(It.IsAny<string>(), 2, false, "", true))
            .ReturnsAsync((string key, int _, bool _, string _, bool _) => _translations.GetValueOrDefault((key, 0), ""));
        return resources.Object;
    }

    private static IPluginService Plugins()
    {
        var plugins = new Mock<IPluginService>(MockBehavior.Strict);
        plugins.Setup(x => x.GetPluginDescriptorBySystemNameAsync<IPlugin>(It.IsAny<string>(), LoadPluginsMode.All, null, 0, null))
            .ReturnsAsync((string name, LoadPluginsMode _, Customer _, int _, string _) => name == "Payments.Cheque" ? new PluginDescriptor { FriendlyName = "Cheque" } : null!);
        return plugins.Object;
    }

    private static IProductService Products()
    {
        var products = new Mock<IProductService>(MockBehavior.Strict);
        products.Setup(x => x.FormatSkuAsync(It.IsAny<Product>(), It.IsAny<string>()))
            .ReturnsAsync((Product product, string attributes) => product.Sku + attributes);
        return products.Object;
    }

    private IAttributeParser<CheckoutAttribute, CheckoutAttributeValue> Attributes()
    {
        var parser = new Mock<IAttributeParser<CheckoutAttribute, CheckoutAttributeValue>>(MockBehavior.Strict);
        parser.Setup(x => x.ParseAttributesAsync("<xml/>")).ReturnsAsync(() => [.. CheckoutAttributes.Select(chosen => chosen.Attribute)]);
        parser.Setup(x => x.ParseAttributeValuesAsync("<xml/>")).ReturnsAsync(() => [.. CheckoutAttributes.SelectMany(chosen => chosen.Values)]);
        parser.Setup(x => x.ParseValues("<xml/>", It.IsAny<int>())).Returns((string _, int id) =>
            [.. CheckoutAttributes.Where(chosen => chosen.Attribute.Id == id && chosen.Typed is not null).Select(chosen => chosen.Typed!)]);
        return parser.Object;
    }
}
