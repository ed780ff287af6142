using System.Text.Json;
using CustomerRadar.Packaging;
using CustomerRadar.StoreTests.Running;
using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Admin;

/// <summary>Configuration > Local plugins. Every change is followed by the restart that the store asks for.</summary>
public sealed class PluginList(Store store, IPage page)
{
    private const string Plugin = PluginPackage.Root;

    /// <summary>What the list says now.</summary>
    public async Task<PluginState> StateAsync()
    {
        // An answer that is still on its way to the page before must not be taken for this one's.
        await page.GotoAsync("about:blank");
        // The grid's own data: the page shows it a screenful at a time.
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.GotoAsync("Admin/Plugin/List"), response => response.Url.Contains("/Plugin/ListSelect", StringComparison.Ordinal));
        using var list = JsonDocument.Parse(await answer.BodyAsync());
        var ours = list.RootElement.GetProperty("Data").EnumerateArray().FirstOrDefault(row => row.GetProperty("SystemName").GetString() == Plugin);
        return ours.ValueKind == JsonValueKind.Undefined ? PluginState.Absent
            : ours.GetProperty("Installed").GetBoolean() ? PluginState.Installed
            : PluginState.Uploaded;
    }

    /// <summary>Brings the plugin in as it was packed, whatever was there before: out with the old one, then upload and install.</summary>
    public async Task StartAfreshAsync(string zip)
    {
        if (await StateAsync() == PluginState.Installed)
            await UninstallAsync();
        if (await StateAsync() == PluginState.Uploaded)
            await DeleteAsync();
        await UploadAsync(zip);
        // An install that failed in an earlier run is tried again by the store at its start.
        if (await StateAsync() != PluginState.Installed)
            await InstallAsync();
    }

    /// <summary>Uploads a package: a new plugin, or another version of one that is installed and stays so.</summary>
    public async Task UploadAsync(string zip)
    {
        await page.GotoAsync("Admin/Plugin/List");
        await page.ClickAsync("button[name=uploadplugin]");
        await page.SetInputFilesAsync("#archivefile", zip);
        await page.ToNextPageAsync(() => page.ClickAsync("#upload-plugin"));
        await page.ThrowOnComplaintAsync("upload");
        await ApplyAsync("button[name=plugin-reload-grid]", PluginState.Uploaded, PluginState.Installed);
    }

    /// <summary>Installs what was uploaded.</summary>
    public Task InstallAsync() => ChangeAsync("install", PluginState.Installed);

    /// <summary>Uninstalls the plugin; its files stay.</summary>
    public Task UninstallAsync() => ChangeAsync("uninstall", PluginState.Uploaded);

    /// <summary>Deletes the files of a plugin that is not installed.</summary>
    public async Task DeleteAsync()
    {
        await page.GotoAsync("Admin/Plugin/List");
        await page.ClickAsync($"button[name='delete-plugin-link-{Plugin}']");
        await page.ToNextPageAsync(() => page.ClickAsync("#plugin-delete-confirmation button[type=submit]"));
        await page.ThrowOnComplaintAsync("delete");
        await ApplyAsync("button[name=plugin-apply-changes]", PluginState.Absent);
    }

    private async Task ChangeAsync(string change, PluginState wanted)
    {
        await page.GotoAsync("Admin/Plugin/List");
        await page.ToNextPageAsync(() => page.ClickAsync($"button[name='{change}-plugin-link-{Plugin}']"));
        await page.ThrowOnComplaintAsync(change);
        await ApplyAsync("button[name=plugin-apply-changes]", wanted);
    }

    private async Task ApplyAsync(string button, params PluginState[] wanted)
    {
        await store.RestartAsync(() => page.ClickAsync(button));
        await Wait.UntilAsync(StateAsync, state => wanted.Contains(state), $"the plugin {string.Join(" or ", wanted)} after the restart", Wait.Restart);
    }
}
