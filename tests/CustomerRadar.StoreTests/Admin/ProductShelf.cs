using CustomerRadar.StoreTests.Running;
using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Admin;

/// <summary>The products that the tests buy: made once, found again by their address at the next run.</summary>
public sealed class ProductShelf(IPage page)
{
    /// <summary>Sees to it that the shop sells a product.</summary>
    public async Task StockAsync(Product product)
    {
        if (await page.GotoAsync(product.Path) is { Ok: true })
            return;
        await page.GotoAsync("Admin/Product/Create");
        foreach (var (field, value) in product.Fields)
            await SetAsync(field, value);
        await page.ToNextPageAsync(() => page.ClickAsync("button[name=save]"));
        if (await page.ComplaintsAsync() is { Count: > 0 } complaints)
            throw new InvalidOperationException($"The store did not take {product.Name}: {string.Join(" ", complaints)}");
    }

    // Straight into the form: half of the fields are folded away until other ones are set.
    private Task<System.Text.Json.JsonElement?> SetAsync(string field, string value) => page.EvaluateAsync(
        """
        ([name, value]) => {
            const field = document.querySelector(`form [name="${name}"]:not([type=hidden])`);
            if (!field) throw new Error(`The product page has no field ${name}.`);
            if (field.type === 'checkbox') field.checked = value === 'true'; else field.value = value;
        }
        """,
        new[] { field, value });
}
