using System.Text.RegularExpressions;
using CustomerRadar.StoreTests.Running;
using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Admin;

/// <summary>"All send rules" on the plugin's page.</summary>
public sealed partial class RulesPart(IPage page)
{
    private const string Document = "#customer-radar-rules-document";
    private const string Answer = "#customer-radar-rules-answer";

    /// <summary>"Export all rules".</summary>
    /// <returns>The file's name and text.</returns>
    public async Task<(string Name, string Text)> ExportAsync()
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#customer-radar-rules-export"));
        return (download.SuggestedFilename, await File.ReadAllTextAsync(await download.PathAsync()));
    }

    /// <summary>Chooses a file for the import, and "Check, and show what it does".</summary>
    public async Task CheckFileAsync(string name, string text)
    {
        await page.SetInputFilesAsync("#customer-radar-rules-file", new FilePayload { Name = name, MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await Assertions.Expect(page.Locator(Document)).Not.ToHaveValueAsync("");
        await PressAsync("#customer-radar-rules-preview");
    }

    /// <summary>Pastes a text, and "Check, and show what it does".</summary>
    public async Task CheckAsync(string text, bool deleteOthers = false)
    {
        await page.FillAsync(Document, text);
        await page.SetCheckedAsync("#customer-radar-rules-delete", deleteOthers);
        await PressAsync("#customer-radar-rules-preview");
    }

    /// <summary>What stands in the field.</summary>
    public Task<string> TextAsync() => page.InputValueAsync(Document);

    /// <summary>The faults that are shown: line, place and what is wrong.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync() =>
        [.. (await page.Locator("#customer-radar-rules-faults tbody tr").AllInnerTextsAsync()).Select(row => Tabs().Replace(row, "|").Trim('|'))];

    /// <summary>What is shown that an import does: key and kind of change.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ChangesAsync()
    {
        var changes = new Dictionary<string, string>();
        foreach (var row in await page.Locator("#customer-radar-rules-changes tbody tr").AllAsync())
            changes.Add(await row.Locator("td").Nth(1).InnerTextAsync(), (await row.GetAttributeAsync("data-kind"))!);
        return changes;
    }

    /// <summary>"Import", of what was checked; invitations that wait keep their due time where the page asks.</summary>
    public async Task ImportAsync()
    {
        if (await page.Locator("#customer-radar-rules-waiting").CountAsync() > 0)
            await page.SelectOptionAsync("#customer-radar-rules-waiting", "keep");
        await page.ToNextPageAsync(() => page.ClickAsync("#customer-radar-rules-import"));
        await page.ThrowOnComplaintAsync("the import of rules");
    }

    /// <summary>Imports a text into the open page; nothing to do is fine.</summary>
    /// <exception cref="InvalidOperationException">The text has faults; the message has them.</exception>
    public async Task ImportAsync(string text)
    {
        await CheckAsync(text);
        if (await FaultsAsync() is { Count: > 0 } faults)
            throw new InvalidOperationException($"The rules have faults: {string.Join("; ", faults)}");
        if (await page.Locator("#customer-radar-rules-import").CountAsync() > 0)
            await ImportAsync();
    }

    private async Task PressAsync(string button)
    {
        await page.RunAndWaitForResponseAsync(() => page.ClickAsync(button), response => response.Url.EndsWith("/CustomerRadarRules/Preview", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(button)).ToBeEnabledAsync();
        await Assertions.Expect(page.Locator(Answer)).Not.ToBeEmptyAsync();
    }

    [GeneratedRegex(@"\s*\t\s*")]
    private static partial Regex Tabs();
}
