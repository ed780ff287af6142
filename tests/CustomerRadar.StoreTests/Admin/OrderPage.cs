using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Admin;

/// <summary>An order in the admin.</summary>
public sealed class OrderPage(IPage page, OrderNumber order)
{
    /// <summary>Opens it, or shows it as it is now.</summary>
    public async Task OpenAsync()
    {
        await page.GotoAsync($"Admin/Order/Edit/{order.Id}");
        if (!page.Url.EndsWith($"/Edit/{order.Id}", StringComparison.Ordinal))
            throw new InvalidOperationException($"The store has no page for {order}; it showed {page.Url}.");
    }

    /// <summary>"Mark as paid".</summary>
    public Task MarkAsPaidAsync() => page.PressAsync("markorderaspaid");

    /// <summary>"Cancel order".</summary>
    public Task CancelAsync() => page.PressAsync("cancelorder");
}
