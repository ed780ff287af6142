using System.Globalization;
using System.Text.RegularExpressions;
using CustomerRadar.StoreTests.Running;
using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Admin;

/// <summary>Configuration > Stores.</summary>
public sealed partial class StoreList(IPage page)
{
    /// <summary>The store that the installation made.</summary>
    public const int First = 1;

    /// <summary>What stands as a store's address.</summary>
    public async Task<string> AddressAsync(int id)
    {
        await page.GotoAsync($"Admin/Store/Edit/{id}");
        return await page.InputValueAsync("#Url");
    }

    /// <summary>Gives a store another address. Nothing has to answer there.</summary>
    public async Task MoveAsync(int id, string address)
    {
        await page.GotoAsync($"Admin/Store/Edit/{id}");
        await page.FillAsync("#Url", address);
        await page.ToNextPageAsync(() => page.ClickAsync("button[name=save-continue]"));
        await page.ThrowOnComplaintAsync("a store's address");
    }

    /// <summary>Adds a store that answers at an address of its own.</summary>
    /// <returns>Its id.</returns>
    public async Task<int> AddAsync(string name, Uri address)
    {
        await page.GotoAsync("Admin/Store/Create");
        await page.FillAsync("#Name", name);
        await page.FillAsync("#Url", address.ToString());
        // Among the advanced settings, which may be folded away: what is typed would go into the address.
        await page.EvalOnSelectorAsync("#Hosts", "(field, hosts) => { field.value = hosts; }", address.Authority);
        await page.ToNextPageAsync(() => page.ClickAsync("button[name=save-continue]"));
        await page.ThrowOnComplaintAsync("a new store");
        return int.Parse(LastNumber().Match(page.Url).Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Deletes it; its orders stay.</summary>
    public async Task DeleteAsync(int id)
    {
        await page.GotoAsync($"Admin/Store/Edit/{id}");
        await page.ClickAsync("#store-delete");
        await page.ToNextPageAsync(() => page.ClickAsync("[id$='-delete-confirmation'].show button[type=submit]"));
        await page.ThrowOnComplaintAsync("the deletion of a store");
    }

    [GeneratedRegex(@"\d+$")]
    private static partial Regex LastNumber();
}
