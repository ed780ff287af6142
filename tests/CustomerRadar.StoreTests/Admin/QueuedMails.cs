using System.Text.Json;
using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Admin;

/// <summary>System > Message queue.</summary>
public sealed class QueuedMails(IPage page)
{
    /// <summary>The first screenful, newest first: to whom, and the subject.</summary>
    public async Task<IReadOnlyList<(string To, string Subject)>> NewestAsync()
    {
        // An answer that is still on its way to the page before must not be taken for this one's.
        await page.GotoAsync("about:blank");
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.GotoAsync("Admin/QueuedEmail/List"), response => response.Url.Contains("/QueuedEmail/QueuedEmailList", StringComparison.Ordinal));
        using var list = JsonDocument.Parse(await answer.BodyAsync());
        return [.. list.RootElement.GetProperty("Data").EnumerateArray().Select(row => (row.GetProperty("To").GetString() ?? "", row.GetProperty("Subject").GetString() ?? ""))];
    }
}
