using CustomerRadar.StoreTests.Running;
using CustomerRadar.StoreTests.Shop;
using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Admin;

/// <summary>A customer in the admin.</summary>
public sealed class CustomerPage(IPage page)
{
    /// <summary>"Delete": the account goes, its orders stay.</summary>
    public async Task DeleteAsync()
    {
        await page.ClickAsync("#customer-delete");
        await page.ToNextPageAsync(() => page.ClickAsync("[id$='-delete-confirmation'].show button[type=submit]"));
        await page.ThrowOnComplaintAsync("the deletion of a customer");
    }

    /// <summary>"Place order": orders in the customer's name, and is the administrator again afterwards.</summary>
    public async Task<OrderNumber> OrderForAsync(Product product, Buyer buyer)
    {
        // Folded away until asked for.
        await page.ToNextPageAsync(() => page.EvalOnSelectorAsync("button[name=impersonate]", "button => button.click()"));
        try
        {
            var visit = new ShopVisit(page);
            await visit.AddToCartAsync(product);
            return await visit.CheckOutAsync(buyer);
        }
        finally
        {
            // Or every later test is the customer too.
            await page.ToNextPageAsync(() => page.ClickAsync(".finish-impersonation"));
        }
    }
}
