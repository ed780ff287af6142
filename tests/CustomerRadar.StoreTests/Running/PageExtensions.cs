using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Running;

/// <summary>What all pages of the store share.</summary>
internal static class PageExtensions
{
    /// <summary>Does what leaves the page, and waits until the next one has loaded; it may have the same address.</summary>
    public static async Task ToNextPageAsync(this IPage page, Func<Task> act)
    {
        await page.EvaluateAsync("() => { window.isOld = true; }");
        await act();
        await page.WaitForFunctionAsync("() => !window.isOld && document.readyState === 'complete'");
    }
}
