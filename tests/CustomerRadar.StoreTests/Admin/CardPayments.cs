using CustomerRadar.StoreTests.Running;
using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Admin;

/// <summary>The page of the payment method "Credit Card" (Payments.Manual), which checks nothing and asks nobody.</summary>
public sealed class CardPayments(IPage page)
{
    /// <summary>Chooses what happens in the checkout: the payment is only authorised, or it is taken.</summary>
    public async Task ChooseAsync(bool take)
    {
        await page.GotoAsync("Admin/PaymentManual/Configure");
        await page.SelectOptionAsync("#TransactModeId", take ? "2" : "1", new() { Force = true });
        await page.ToNextPageAsync(() => page.ClickAsync("button[name=save]"));
        await page.ThrowOnComplaintAsync("Payments.Manual");
    }
}
