using System.Text.Json;
using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Admin;

/// <summary>System > Log.</summary>
public sealed class StoreLog(IPage page)
{
    /// <summary>The short messages of the first screenful, newest first.</summary>
    public async Task<IReadOnlyList<string>> NewestAsync()
    {
        // An answer that is still on its way to the page before must not be taken for this one's.
        await page.GotoAsync("about:blank");
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.GotoAsync("Admin/Log/List"), response => response.Url.Contains("/Log/LogList", StringComparison.Ordinal));
        using var list = JsonDocument.Parse(await answer.BodyAsync());
        return [.. list.RootElement.GetProperty("Data").EnumerateArray().Select(row => row.GetProperty("ShortMessage").GetString() ?? "")];
    }
}
