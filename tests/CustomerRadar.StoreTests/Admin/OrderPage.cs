using System.Globalization;
using System.Text.Json;
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

    /// <summary>Opens it afresh: its notes, and whether customers see them.</summary>
    public async Task<IReadOnlyList<(string Note, bool ForCustomers)>> NotesAsync()
    {
        // An answer that is still on its way to the page before must not be taken for this one's.
        await page.GotoAsync("about:blank");
        var answer = await page.RunAndWaitForResponseAsync(OpenAsync, response => response.Url.Contains("/Order/OrderNotesSelect", StringComparison.Ordinal));
        using var list = JsonDocument.Parse(await answer.BodyAsync());
        return [.. list.RootElement.GetProperty("Data").EnumerateArray().Select(row => (row.GetProperty("Note").GetString() ?? "", row.GetProperty("DisplayToCustomer").GetBoolean()))];
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

    /// <summary>"Void (offline)"; the store offers it for a payment that is authorised and not yet taken.</summary>
    public Task VoidAsync() => page.PressAsync("voidorderoffline");

    /// <summary>Ships some of each product: "Add shipment", "Set as shipped", "Set as delivered".</summary>
    /// <param name="quantity">How many.</param>
    public async Task DeliverAsync(int quantity)
    {
        await page.GotoAsync($"Admin/Order/AddShipment/{order.Id}");
        foreach (var field in await page.Locator("[id^=qtyToAdd]").AllAsync())
            await field.FillAsync(quantity.ToString(CultureInfo.InvariantCulture));
        await page.PressAsync("shipment-save-continue");
        await page.PressAsync("setasshipped");
        await page.PressAsync("setasdelivered");
        await OpenAsync();
    }

    /// <summary>The customer who ordered.</summary>
    public async Task<CustomerPage> CustomerAsync()
    {
        await page.GotoAsync((await page.GetAttributeAsync("a[href*='/Admin/Customer/Edit/']", "href"))!);
        return new CustomerPage(page);
    }

    /// <summary>"Process next payment" of the subscription that the order began.</summary>
    /// <returns>The order that renews it.</returns>
    public async Task<OrderNumber> RenewAsync()
    {
        await page.GotoAsync((await page.GetAttributeAsync("a[href*='/Admin/RecurringPayment/Edit/']", "href"))!);
        await page.ToNextPageAsync(() => page.EvalOnSelectorAsync("button[name=processnextpayment]", "button => button.click()"));
        await page.ThrowOnComplaintAsync("the next payment");
        // The newest order of the shop: nobody else buys meanwhile.
        var renewal = new OrderNumber(order.Id + 1, $"{order.Id + 1}");
        await new OrderPage(page, renewal).OpenAsync();
        return renewal;
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
