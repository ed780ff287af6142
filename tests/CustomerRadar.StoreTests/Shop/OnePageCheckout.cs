using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Shop;

/// <summary>The store's one-page checkout: sections that open one after another, some of them only for some carts.</summary>
public sealed class OnePageCheckout(IPage page, Buyer buyer)
{
    // Shipping address and method, payment method and information are left out where the cart needs none.
    private static readonly string[] Sections = ["billing", "shipping", "shipping_method", "payment_method", "payment_info", "confirm_order"];

    private static readonly Dictionary<string, string> Buttons = new()
    {
        ["billing"] = "#billing-buttons-container .new-address-next-step-button",
        ["shipping"] = "#shipping-buttons-container .new-address-next-step-button",
        ["shipping_method"] = ".shipping-method-next-step-button",
        ["payment_method"] = ".payment-method-next-step-button",
        ["payment_info"] = ".payment-info-next-step-button",
        ["confirm_order"] = ".confirm-order-next-step-button",
    };

    /// <summary>Goes through all sections until the order is placed.</summary>
    public async Task GoThroughAsync()
    {
        for (var section = await OpenSectionAsync(after: ""); section.Length > 0; section = await OpenSectionAsync(after: section))
        {
            if (section == "billing")
                await FillAddressAsync();
            var payment = $"input[name=paymentmethod][value='{buyer.Payment}']";
            if (section == "payment_method" && await page.Locator(payment).CountAsync() > 0)
                await page.CheckAsync(payment);
            if (section == "payment_info" && buyer.Payment == Buyer.ByCard)
                await FillCardAsync();
            await page.ClickAsync(Buttons[section]);
        }
    }

    // The next section that opened, or nothing once the order is placed.
    private async Task<string> OpenSectionAsync(string after)
    {
        var later = Sections.SkipWhile(section => after.Length > 0 && section != after).Skip(after.Length > 0 ? 1 : 0).ToList();
        var open = string.Join(", ", later.Select(section => $"{Buttons[section]}:visible").Append(".order-completed .order-number"));
        await page.Locator(open).First.WaitForAsync();
        foreach (var section in later)
        {
            if (await page.Locator(Buttons[section]).IsVisibleAsync())
                return section;
        }

        return "";
    }

    // The number that card networks publish for tests.
    private async Task FillCardAsync()
    {
        await page.FillAsync("#CardholderName", buyer.LastName);
        await page.FillAsync("#CardNumber", "4111111111111111");
        await page.SelectOptionAsync("#ExpireYear", new SelectOptionValue { Index = 3 });
        await page.FillAsync("#CardCode", "123");
    }

    private async Task FillAddressAsync()
    {
        // A customer who has ordered before is offered the address of that time.
        if (await page.Locator("#billing-address-select").CountAsync() > 0)
            await page.SelectOptionAsync("#billing-address-select", new SelectOptionValue { Index = await page.Locator("#billing-address-select option").CountAsync() - 1 });
        await page.FillAsync("#BillingNewAddress_FirstName", buyer.FirstName);
        await page.FillAsync("#BillingNewAddress_LastName", buyer.LastName);
        await page.FillAsync("#BillingNewAddress_Email", buyer.Email);
        await page.SelectOptionAsync("#BillingNewAddress_CountryId", new SelectOptionValue { Label = buyer.Country });
        // A customer with an address book has the list of states fetched more than once; the last answer must not undo the choice from it.
        await page.WaitForFunctionAsync("() => window.jQuery.active === 0");
        await page.FillAsync("#BillingNewAddress_City", "Wellington");
        await page.FillAsync("#BillingNewAddress_Address1", "12 Cuba Street");
        await page.FillAsync("#BillingNewAddress_ZipPostalCode", "6011");
        await page.FillAsync("#BillingNewAddress_PhoneNumber", buyer.Phone);
        if (await page.Locator("#BillingNewAddress_StateProvinceId option").CountAsync() > 1)
            await page.SelectOptionAsync("#BillingNewAddress_StateProvinceId", new SelectOptionValue { Index = 1 });
    }
}
