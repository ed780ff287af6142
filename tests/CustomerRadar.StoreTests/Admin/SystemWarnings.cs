using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Admin;

/// <summary>System > Warnings.</summary>
public sealed class SystemWarnings(IPage page)
{
    /// <summary>The lines of the plugin.</summary>
    public async Task<IReadOnlyList<string>> OfPluginAsync()
    {
        await page.GotoAsync("Admin/Common/Warnings");
        var lines = await page.Locator(".card-body > p").AllInnerTextsAsync();
        return [.. lines.Select(line => line.Trim()).Where(line => line.StartsWith("Customer Radar: ", StringComparison.Ordinal))];
    }
}
