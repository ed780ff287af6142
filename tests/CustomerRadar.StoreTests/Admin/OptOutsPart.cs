using System.Text;
using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Admin;

/// <summary>"Opt-outs" on the plugin's page.</summary>
public sealed class OptOutsPart(IPage page)
{
    private const string Field = "#customer-radar-opt-outs";

    /// <summary>Types contacts into the field.</summary>
    public Task TypeAsync(string contacts) => page.FillAsync(Field, contacts);

    /// <summary>Chooses a file, and waits until its text is in the field.</summary>
    public async Task ChooseFileAsync(string name, string text)
    {
        await page.SetInputFilesAsync("#customer-radar-opt-outs-file", new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await Assertions.Expect(page.Locator(Field)).ToHaveValueAsync(text);
    }

    /// <summary>Presses Never invite.</summary>
    /// <returns>The answer beside the button.</returns>
    public Task<string> AddAsync() => page.AskAsync("#customer-radar-opt-out", "/CustomerRadarOptOuts/Add");
}
