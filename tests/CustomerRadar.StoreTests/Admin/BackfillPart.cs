using System.Globalization;
using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Admin;

/// <summary>"Invite for the past" on the plugin's page.</summary>
public sealed class BackfillPart(IPage page)
{
    private const string Rule = "#customer-radar-backfill-rule";

    /// <summary>Fills in the fields and presses Count.</summary>
    /// <param name="rule">How the choice begins: the rule's name.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day.</param>
    /// <param name="perHour">The most invitations an hour.</param>
    /// <returns>The numbers of the newest orders that were found; or what is wrong.</returns>
    public async Task<IReadOnlyList<string>> CountAsync(string rule, DateOnly from, DateOnly until, string perHour)
    {
        await page.WaitForSelectorAsync(Rule);
        var label = (await page.Locator($"{Rule} option").AllInnerTextsAsync()).First(text => text.StartsWith(rule, StringComparison.Ordinal));
        await page.SelectOptionAsync(Rule, new SelectOptionValue { Label = label });
        await page.FillAsync("#customer-radar-backfill-from", Day(from));
        await page.FillAsync("#customer-radar-backfill-until", Day(until));
        await page.FillAsync("#customer-radar-backfill-per-hour", perHour);
        await PressAsync("#customer-radar-backfill-count", "/Count");
        var faults = await page.Locator("[data-fault-of]").AllInnerTextsAsync();
        return faults.Any(fault => fault.Length > 0)
            ? [.. faults.Where(fault => fault.Length > 0)]
            : await page.Locator("#customer-radar-backfill-sample tbody tr td:first-child").AllInnerTextsAsync();
    }

    /// <summary>Presses Start and confirms.</summary>
    /// <returns>What the store asks for the confirmation.</returns>
    public async Task<string> StartAsync()
    {
        var asked = "";
        void Accept(object? _, IDialog dialog)
        {
            asked = dialog.Message;
            // Not waited for here: its answer comes on this thread.
            _ = dialog.AcceptAsync();
        }

        page.Dialog += Accept;
        try
        {
            await PressAsync("#customer-radar-backfill-start", "/Start");
        }
        finally
        {
            page.Dialog -= Accept;
        }

        return asked;
    }

    /// <summary>The state of the newest backfill, as the list shows it by itself, once it is this one.</summary>
    public async Task ExpectAsync(string state) =>
        await Assertions.Expect(page.Locator("#customer-radar-backfill-list tbody tr").First).ToHaveAttributeAsync("data-state", state, new() { Timeout = 150_000 });

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task PressAsync(string button, string path)
    {
        await page.RunAndWaitForResponseAsync(() => page.ClickAsync(button), response => response.Url.EndsWith("/CustomerRadarBackfills" + path, StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#customer-radar-backfill-answer")).Not.ToBeEmptyAsync();
    }
}
