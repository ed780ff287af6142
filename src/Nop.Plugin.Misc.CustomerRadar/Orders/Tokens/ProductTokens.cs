using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Vendors;

namespace Nop.Plugin.Misc.CustomerRadar.Orders.Tokens;

/// <summary>What was bought: products and what they belong to. Several values each.</summary>
internal static class ProductTokens
{
    public static IReadOnlyDictionary<string, TokenReader> All { get; } = new Dictionary<string, TokenReader>
    {
        ["Order.Skus"] = SkusAsync,
        ["Order.ProductNames"] = Token.Names<Product>(facts => facts.ProductsAsync(), product => product.Name),
        ["Order.ProductIds"] = Token.Many<Product>(facts => facts.ProductsAsync(), product => Token.Text(product.Id)),
        ["Order.ItemCount"] = Token.One(async facts => Token.Text((await facts.ItemsAsync()).Sum(item => item.Quantity))),
        ["Order.Categories"] = Token.Names<Category>(CategoriesAsync, category => category.Name),
        ["Order.CategoryIds"] = Token.Many<Category>(CategoriesAsync, category => Token.Text(category.Id)),
        ["Order.CategoriesAndParents"] = Token.Names<Category>(CategoriesAndParentsAsync, category => category.Name),
        ["Order.Manufacturers"] = Token.Names<Manufacturer>(ManufacturersAsync, manufacturer => manufacturer.Name),
        ["Order.Vendors"] = Token.Names<Vendor>(VendorsAsync, vendor => vendor.Name),
        ["Order.VendorIds"] = Token.Many<Vendor>(VendorsAsync, vendor => Token.Text(vendor.Id)),
        ["Order.OnlyGiftCards"] = Token.One(async facts => Token.Text(await facts.ProductsAsync() is { Count: > 0 } products && products.All(product => product.IsGiftCard))),
        ["Order.RentalStart"] = Token.Many<OrderItem>(facts => facts.ItemsAsync(), item => item.RentalStartDateUtc is { } start ? Token.Date(start) : null),
        ["Order.RentalEnd"] = Token.Many<OrderItem>(facts => facts.ItemsAsync(), item => item.RentalEndDateUtc is { } end ? Token.Date(end) : null),
    };

    // A combination of attributes may have a SKU of its own.
    private static async Task<IEnumerable<string?>> SkusAsync(OrderFacts facts)
    {
        var products = (await facts.ProductsAsync()).ToDictionary(product => product.Id);
        var skus = new List<string?>();
        foreach (var item in await facts.ItemsAsync())
        {
            if (products.TryGetValue(item.ProductId, out var product))
                skus.Add(await facts.Sources.Products.FormatSkuAsync(product, item.AttributesXml));
        }

        return skus.Distinct(StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyList<Category>> CategoriesAsync(OrderFacts facts)
    {
        var productIds = await ProductIdsAsync(facts);
        var links = await facts.Sources.Tables.ListAsync<ProductCategory>(rows => rows.Where(row => productIds.Contains(row.ProductId)));
        return Standing(await facts.Sources.Tables.FindAsync<Category>(links.Select(link => link.CategoryId)), category => category.Deleted);
    }

    private static async Task<IReadOnlyList<Category>> CategoriesAndParentsAsync(OrderFacts facts)
    {
        var all = new List<Category>(await CategoriesAsync(facts));
        for (var level = all; level.Count > 0;)
        {
            // A category that is its own ancestor would otherwise never end.
            level = [.. (await facts.Sources.Tables.FindAsync<Category>(level.Select(category => category.ParentCategoryId)))
                .Where(parent => !parent.Deleted && all.TrueForAll(known => known.Id != parent.Id))];
            all.AddRange(level);
        }

        return all;
    }

    private static async Task<IReadOnlyList<Manufacturer>> ManufacturersAsync(OrderFacts facts)
    {
        var productIds = await ProductIdsAsync(facts);
        var links = await facts.Sources.Tables.ListAsync<ProductManufacturer>(rows => rows.Where(row => productIds.Contains(row.ProductId)));
        return Standing(await facts.Sources.Tables.FindAsync<Manufacturer>(links.Select(link => link.ManufacturerId)), manufacturer => manufacturer.Deleted);
    }

    private static async Task<IReadOnlyList<Vendor>> VendorsAsync(OrderFacts facts) => Standing(
        await facts.Sources.Tables.FindAsync<Vendor>((await facts.ProductsAsync()).Select(product => product.VendorId)), vendor => vendor.Deleted);

    private static async Task<List<int>> ProductIdsAsync(OrderFacts facts) => [.. (await facts.ProductsAsync()).Select(product => product.Id)];

    private static IReadOnlyList<T> Standing<T>(IReadOnlyList<T> rows, Func<T, bool> isDeleted) => [.. rows.Where(row => !isDeleted(row))];
}
