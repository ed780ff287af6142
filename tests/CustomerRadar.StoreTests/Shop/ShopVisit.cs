using System.Globalization;
using System.Text.RegularExpressions;
using CustomerRadar.StoreTests.Admin;
using CustomerRadar.StoreTests.Running;
using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Shop;

/// <summary>A guest in the shop, from the product's page to the end of the one-page checkout.</summary>
public sealed partial class ShopVisit(IPage page)
{
    /// <summary>Puts a product into the cart.</summary>
    public async Task AddToCartAsync(Product product, int quantity = 1)
    {
        await page.GotoAsync(product.Path);
        await page.FillAsync(".product-essential .qty-input", quantity.ToString(CultureInfo.InvariantCulture));
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.ClickAsync(".product-essential .add-to-cart-button"), response => response.Url.Contains("/addproducttocart/", StringComparison.Ordinal));
        var text = await answer.TextAsync();
        if (!text.Contains("\"success\":true", StringComparison.Ordinal))
            throw new InvalidOperationException($"The shop did not take {product} into the cart: {text}");
    }

    /// <summary>Orders what is in the cart.</summary>
    public async Task<OrderNumber> CheckOutAsync(Buyer buyer)
    {
        await page.GotoAsync("cart");
        if (await page.Locator("#termsofservice").CountAsync() > 0)
            await page.CheckAsync("#termsofservice");
        await page.ToNextPageAsync(() => page.ClickAsync("#checkout"));
        if (await page.Locator(".checkout-as-guest-button").CountAsync() > 0)
            await page.ToNextPageAsync(() => page.ClickAsync(".checkout-as-guest-button"));
        await new OnePageCheckout(page, buyer).GoThroughAsync();

        var link = await page.GetAttributeAsync(".order-completed .details-link a", "href");
        var number = (await page.InnerTextAsync(".order-completed .order-number")).Split(':')[^1].Trim();
        return new OrderNumber(int.Parse(OrderId().Match(link ?? "").Value, CultureInfo.InvariantCulture), number);
    }

    [GeneratedRegex(@"\d+$")]
    private static partial Regex OrderId();
}
