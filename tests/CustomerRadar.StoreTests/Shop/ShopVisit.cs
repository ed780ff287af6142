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
        await FillDetailsAsync();
        await page.FillAsync(".product-essential .qty-input", quantity.ToString(CultureInfo.InvariantCulture));
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.ClickAsync(".product-essential .add-to-cart-button"), response => response.Url.Contains("/addproducttocart/", StringComparison.Ordinal));
        var text = await answer.TextAsync();
        if (!text.Contains("\"success\":true", StringComparison.Ordinal))
            throw new InvalidOperationException($"The shop did not take {product} into the cart: {text}");
    }

    /// <summary>Opens an account and is logged in with it.</summary>
    public async Task RegisterAsync(Buyer buyer)
    {
        await page.GotoAsync("register");
        await page.FillAsync("#FirstName", buyer.FirstName);
        await page.FillAsync("#LastName", buyer.LastName);
        await page.FillAsync("#Email", buyer.Email);
        foreach (var field in new[] { "#Password", "#ConfirmPassword" })
            await page.FillAsync(field, "Feedback-4711");
        await page.ToNextPageAsync(() => page.ClickAsync("#register-button"));
        if (await page.Locator(".registration-result-page").CountAsync() == 0)
            throw new InvalidOperationException($"The shop did not register {buyer.Email}; it showed {page.Url}.");
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

    // A gift card asks from whom to whom it goes, a rental for its days; today counts as the future.
    private async Task FillDetailsAsync()
    {
        foreach (var (field, text) in new[] { (".recipient-name", "Aroha"), (".recipient-email", "aroha@example.test"), (".sender-name", "Hinemoa"), (".sender-email", "hinemoa@example.test") })
        {
            if (await page.Locator(field).CountAsync() > 0)
                await page.FillAsync(field, text);
        }

        var (start, end) = (page.Locator("[id^=rental_start_date]"), page.Locator("[id^=rental_end_date]"));
        if (await start.CountAsync() == 0)
            return;
        var today = TimeProvider.System.GetLocalNow().Date;
        await start.FillAsync(today.AddDays(1).ToString("M/d/yyyy", CultureInfo.InvariantCulture));
        await end.FillAsync(today.AddDays(3).ToString("M/d/yyyy", CultureInfo.InvariantCulture));
        // The picker that opened lies over the button.
        await page.Keyboard.PressAsync("Escape");
    }

    [GeneratedRegex(@"\d+$")]
    private static partial Regex OrderId();
}
