using System.Globalization;
using CustomerRadar.StoreTests.Running;
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

    /// <summary>"Refund (offline)": all of it.</summary>
    public Task RefundAsync() => page.PressAsync("refundorderoffline");

    /// <summary>"Partial refund (offline)", in the window of its own.</summary>
    public async Task RefundPartAsync(decimal amount)
    {
        var window = await page.RunAndWaitForPopupAsync(() => page.ClickAsync("#partiallyrefundorderoffline"));
        await window.FillAsync("#AmountToRefund", amount.ToString(CultureInfo.InvariantCulture));
        // The window presses a button of this page and closes.
        await page.ToNextPageAsync(() => window.ClickAsync("#partialrefundorder"));
    }

    /// <summary>"Change status", for example to Processing.</summary>
    public async Task ChangeStatusAsync(string status)
    {
        await page.ClickAsync("#btnChangeOrderStatus");
        await page.SelectOptionAsync("#OrderStatusId", new SelectOptionValue { Label = status }, new() { Force = true });
        await page.PressAsync("btnSaveOrderStatus");
    }

    /// <summary>"Delete".</summary>
    public async Task DeleteAsync()
    {
        await page.ClickAsync("#order-delete");
        await page.ToNextPageAsync(() => page.ClickAsync("[id$='-delete-confirmation'].show button[type=submit]"));
    }
}
