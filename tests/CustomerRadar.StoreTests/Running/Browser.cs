using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Running;

/// <summary>One headless browser for the whole run; each visitor has cookies of their own.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly float PatienceMilliseconds = (float)TimeSpan.FromSeconds(60).TotalMilliseconds;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly Uri _store;

    private Browser(IPlaywright playwright, IBrowser browser, Uri store) => (_playwright, _browser, _store) = (playwright, browser, store);

    /// <summary>Starts the program at a path.</summary>
    public static async Task<Browser> StartAsync(string program, Uri store)
    {
        var playwright = await Playwright.CreateAsync();
        return new Browser(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program }), store);
    }

    /// <summary>An empty page of a new visitor; relative addresses are the store's.</summary>
    /// <param name="store">Another store of the same shop; null for the first.</param>
    public async Task<IPage> NewVisitorAsync(Uri? store = null)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = (store ?? _store).ToString(),
            Locale = "en-US",
            ViewportSize = new() { Width = 1400, Height = 1000 },
            // A window that slides in moves its buttons away under the mouse.
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(PatienceMilliseconds);
        context.SetDefaultNavigationTimeout(PatienceMilliseconds);
        return await context.NewPageAsync();
    }

    /// <summary>Takes a picture of every page that is open.</summary>
    /// <param name="name">What the files are named after.</param>
    /// <returns>The files.</returns>
    public async Task<IReadOnlyList<string>> PictureAsync(string name)
    {
        var files = new List<string>();
        foreach (var page in _browser.Contexts.SelectMany(context => context.Pages))
        {
            var file = Path.Combine(Repository.Output, $"{FileName(name)}-{files.Count + 1}.png");
            try
            {
                await page.ScreenshotAsync(new() { Path = file, FullPage = true });
                files.Add(file);
            }
            catch (PlaywrightException problem)
            {
                // The test has failed already; its own message must not be lost over its picture.
                await TestContext.Out.WriteLineAsync($"No picture of {page.Url}: {problem.Message}");
            }
        }

        return files;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string FileName(string name) => string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));
}
