using System.Globalization;
using System.Text.RegularExpressions;
using CustomerRadar.StoreTests.Running;
using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Admin;

/// <summary>The plugin's Configure page.</summary>
public sealed partial class ConfigurePage(IPage page)
{
    private const string Path = "Admin/CustomerRadar/Configure";

    /// <summary>All send rules.</summary>
    public RulesPart Rules { get; } = new(page);

    /// <summary>Inviting for the past.</summary>
    public BackfillPart Backfill { get; } = new(page);

    /// <summary>Who is never invited.</summary>
    public OptOutsPart OptOuts { get; } = new(page);

    /// <summary>Opens it afresh.</summary>
    /// <exception cref="InvalidOperationException">The store has no such page, or it breaks.</exception>
    public async Task OpenAsync()
    {
        var answer = await page.GotoAsync(Path);
        if (answer is not { Ok: true } || await page.Locator("#customer-radar-form").CountAsync() == 0)
            throw new InvalidOperationException($"{Path} answered {answer?.Status} without the form.");
    }

    /// <summary>Chooses for which store the page is, and opens it; 0 for all stores.</summary>
    public async Task OpenForAsync(int store)
    {
        await page.GotoAsync($"Admin/Setting/ChangeStoreScopeConfiguration?storeid={store}&returnUrl=%2F{Path}");
        await OpenAsync();
    }

    /// <summary>Ticks, in the scope of one store, that the whole connection is the store's own.</summary>
    public async Task TakeOwnConnectionAsync()
    {
        foreach (var box in await page.Locator("[name$=_OverrideForStore][type=checkbox]").AllAsync())
            await box.SetCheckedAsync(true, new() { Force = true });
    }

    /// <summary>Types into the open page.</summary>
    public async Task FillAsync(PluginConfiguration values)
    {
        await TypeAsync(nameof(values.ApiAddress), values.ApiAddress);
        await TypeAsync(nameof(values.Username), values.Username);
        await TypeAsync(nameof(values.Password), values.Password);
        await TypeAsync(nameof(values.ClientDisplayId), values.ClientDisplayId);
        if (values.HomeCountry is { } country)
            await page.SelectOptionAsync("#HomeCountry", country, new() { Force = true });
        await TickAsync(nameof(values.DryRun), values.DryRun);
        await TickAsync(nameof(values.RuleEnabled), values.RuleEnabled);
        await TypeAsync(nameof(values.DelayDays), values.DelayDays);
        await TypeAsync(nameof(values.DelayHours), values.DelayHours);
        // Asked where invitations wait under the rule: what an earlier test left waiting stays as it is.
        if (await page.Locator("#Waiting").CountAsync() > 0)
            await page.SelectOptionAsync("#Waiting", "keep");
        if (values.Contact is { } contact)
            await page.SelectOptionAsync("#ContactId", new SelectOptionValue { Label = contact }, new() { Force = true });
        await TickAsync(nameof(values.ForeignNumbers), values.ForeignNumbers);
        await TypeAsync(nameof(values.Programme), values.Programme);
        await TypeAsync(nameof(values.Location), values.Location);
        await TypeAsync(nameof(values.Pom), values.Pom);
        await TypeAsync(nameof(values.Metadata), values.Metadata);
        await TypeAsync(nameof(values.AlertMailsTo), values.AlertMailsTo);
        await TickAsync(nameof(values.KeepInvitedOnUninstall), values.KeepInvitedOnUninstall);
    }

    /// <summary>What stands in the fields now; the password is never among it.</summary>
    public async Task<PluginConfiguration> ReadAsync() => new()
    {
        ApiAddress = await TextAsync("ApiAddress"),
        Username = await TextAsync("Username"),
        Password = await TextAsync("Password"),
        ClientDisplayId = await TextAsync("ClientDisplayId"),
        HomeCountry = await TextAsync("HomeCountry"),
        // Versions before 0.2 have none.
        DryRun = await page.Locator("#DryRun").CountAsync() > 0 ? await page.IsCheckedAsync("#DryRun") : null,
        RuleEnabled = await page.IsCheckedAsync("#RuleEnabled"),
        DelayDays = await TextAsync("DelayDays"),
        DelayHours = await TextAsync("DelayHours"),
        Contact = await page.Locator("#ContactId option:checked").InnerTextAsync(),
        ForeignNumbers = await page.IsCheckedAsync("#ForeignNumbers"),
        Programme = await TextAsync("Programme"),
        Location = await TextAsync("Location"),
        Pom = await TextAsync("Pom"),
        Metadata = await TextAsync("Metadata"),
        KeepInvitedOnUninstall = await page.IsCheckedAsync("#KeepInvitedOnUninstall"),
    };

    /// <summary>Presses Save.</summary>
    /// <returns>What is wrong, as the page says; empty when it was saved.</returns>
    public async Task<IReadOnlyList<string>> SaveAsync()
    {
        await page.ToNextPageAsync(() => page.ClickAsync("button[name=save]"));
        return await page.ComplaintsAsync();
    }

    /// <summary>Presses Test connection.</summary>
    /// <returns>The answer beside the button.</returns>
    public Task<string> TestConnectionAsync() => page.AskAsync("#customer-radar-test", "/TestConnection");

    /// <summary>Presses Look for missed orders now.</summary>
    /// <returns>The answer beside the button.</returns>
    public Task<string> LookForMissedAsync() => page.AskAsync("#customer-radar-missed", "/LookForMissed");

    /// <summary>Presses Check now.</summary>
    /// <returns>The answer beside the button.</returns>
    public Task<string> CheckAlertsAsync() => page.AskAsync("#customer-radar-alerts", "/CustomerRadarAlerts/Check");

    /// <summary>Opens the page: the alerts that it lists.</summary>
    public async Task<IReadOnlyList<string>> AlertsAsync()
    {
        await OpenAsync();
        return await page.Locator(".customer-radar-alert").AllInnerTextsAsync();
    }

    /// <summary>Opens the page: true when it says that this looks like a copy of the shop.</summary>
    public async Task<bool> SaysCopyAsync()
    {
        await OpenAsync();
        return await page.Locator("#customer-radar-copy").CountAsync() > 0;
    }

    /// <summary>On the open page, says that this is the shop, and waits until the page takes it.</summary>
    public async Task ConfirmPlaceAsync()
    {
        page.Dialog += Accept;
        try
        {
            await page.ClickAsync("#customer-radar-confirm");
            await Assertions.Expect(page.Locator("#customer-radar-copy")).ToHaveCountAsync(0);
        }
        finally
        {
            page.Dialog -= Accept;
        }

        static async void Accept(object? sender, IDialog dialog) => await dialog.AcceptAsync();
    }

    /// <summary>On the open page, pauses all sending.</summary>
    /// <returns>What the page says about the pause.</returns>
    public async Task<string> PauseAsync()
    {
        await page.ClickAsync("#customer-radar-pause");
        return await page.InnerTextAsync(".customer-radar-pause[data-scope=all]");
    }

    /// <summary>On the open page, ends the pause of all sending.</summary>
    public async Task GoOnAsync()
    {
        await page.ClickAsync(".customer-radar-pause[data-scope=all] button");
        await Assertions.Expect(page.Locator(".customer-radar-pause")).ToHaveCountAsync(0);
    }

    /// <summary>The counts of the page: how many invitations stand in each state.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync()
    {
        await OpenAsync();
        return (await page.Locator("#customer-radar-form .badge").AllInnerTextsAsync())
            .Select(text => text.Split(':', StringSplitOptions.TrimEntries))
            .ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The keys that the open page shows because a text for them is missing.</summary>
    public async Task<IReadOnlyList<string>> UntranslatedAsync() =>
        [.. TextKey().Matches(await page.ContentAsync()).Select(match => match.Value).Distinct()];

    private Task<string> TextAsync(string field) => page.InputValueAsync($"#{field}");

    private Task TypeAsync(string field, string? text) => text is null ? Task.CompletedTask : page.FillAsync($"#{field}", text);

    private Task TickAsync(string field, bool? ticked) =>
        ticked is { } value ? page.SetCheckedAsync($"#{field}", value, new() { Force = true }) : Task.CompletedTask;

    [GeneratedRegex(@"Plugins\.Misc\.CustomerRadar\.[\w.]+", RegexOptions.IgnoreCase)]
    private static partial Regex TextKey();
}
