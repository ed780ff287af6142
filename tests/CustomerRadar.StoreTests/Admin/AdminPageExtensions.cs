using System.Text.RegularExpressions;
using CustomerRadar.StoreTests.Running;
using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Admin;

/// <summary>What all pages of the store's admin share.</summary>
internal static partial class AdminPageExtensions
{
    // What the plugin's page says of Customer Radar is no complaint about what was typed.
    private const string Complaints =
        ".alert-danger:not(.customer-radar-alert), .bar-notification.error, .validation-summary-errors, .field-validation-error, .message-error";

    /// <summary>The messages in red.</summary>
    public static async Task<IReadOnlyList<string>> ComplaintsAsync(this IPage page)
    {
        var texts = await page.Locator(Complaints).AllInnerTextsAsync();
        return [.. texts.Select(text => Spaces().Replace(text, " ").Trim()).Where(text => text.Length > 0)];
    }

    /// <summary>Presses a button that posts the page, confirms when the store asks, and waits for the answer.</summary>
    /// <exception cref="InvalidOperationException">The store complains; the message is the store's.</exception>
    public static async Task PressAsync(this IPage page, string id)
    {
        var confirm = page.Locator($"#{id}-action-confirmation-submit-button");
        await page.ToNextPageAsync(async () =>
        {
            await page.ClickAsync($"#{id}");
            if (await confirm.CountAsync() > 0)
                await confirm.ClickAsync();
        });
        await page.ThrowOnComplaintAsync(id);
    }

    /// <summary>Does nothing on a page without messages in red.</summary>
    /// <exception cref="InvalidOperationException">The store complains; the message is the store's.</exception>
    public static async Task ThrowOnComplaintAsync(this IPage page, string what)
    {
        if (await page.ComplaintsAsync() is { Count: > 0 } complaints)
            throw new InvalidOperationException($"The store complains about {what}: {string.Join(" ", complaints)}");
    }

    /// <summary>On the plugin's page, presses a button whose answer comes beside it.</summary>
    /// <param name="page">The plugin's page.</param>
    /// <param name="button">The button's selector.</param>
    /// <param name="path">How the address that answers ends.</param>
    /// <returns>The answer.</returns>
    public static async Task<string> AskAsync(this IPage page, string button, string path)
    {
        await page.RunAndWaitForResponseAsync(() => page.ClickAsync(button), response => response.Url.EndsWith(path, StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(button)).ToBeEnabledAsync();
        return await page.InnerTextAsync($"{button}-result");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
