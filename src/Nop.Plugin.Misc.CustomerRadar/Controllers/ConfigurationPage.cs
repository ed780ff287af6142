using CustomerRadar.Core.Auth;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Core.Domain.Security;
using Nop.Plugin.Misc.CustomerRadar.Alerts;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Plugin.Misc.CustomerRadar.Rules;
using Nop.Plugin.Misc.CustomerRadar.Secrets;
using Nop.Services.Directory;
using Nop.Services.Helpers;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.CustomerRadar.Controllers;

/// <summary>Reads, completes and saves the configuration page.</summary>
public sealed class ConfigurationPage(
    ScopedSettings settings,
    ILocalizationService localization,
    ICountryService countries,
    IDateTimeHelper dates,
    SecuritySettings security,
    StoreConnections connections,
    PluginGate gate,
    TokenCatalogue tokens,
    PageRule rule,
    RuleWriting writing,
    IInvitationQueries invitations,
    StoreNames storeNames,
    SendingPage sending,
    OpenAlerts alerts,
    LogInCheck logIn)
{
    /// <summary>The page as it is saved.</summary>
    public async Task<ConfigurationModel> ReadAsync(CancellationToken cancellationToken)
    {
        var scope = await settings.ScopeAsync();
        var own = await settings.ReadAsync(scope);
        var model = new ConfigurationModel { ActiveStoreScopeConfiguration = scope, KeepInvitedOnUninstall = own.KeepInvitedOnUninstall };
        ConnectionForm.Show(own, model);
        AlertsForm.Show(own, model);
        await settings.ShowOverridesAsync(model);
        if (gate.IsOpen)
            await rule.ShowAsync(model, cancellationToken);
        await CompleteAsync(model, cancellationToken);
        return model;
    }

    /// <summary>What is wrong with the page, by field; and what saving it writes to the rules.</summary>
    public async Task<(RuleWrites Writes, IReadOnlyList<(string Field, string Fault)> Faults)> CheckAsync(ConfigurationModel model, CancellationToken cancellationToken)
    {
        var (writes, faults) = await rule.ReadAsync(model, cancellationToken);
        return (writes, [.. ConnectionForm.Faults(model), .. AlertsForm.Faults(model), .. faults]);
    }

    /// <summary>Adds what a browser does not send back: the choices of the lists, and what is known about the password and the rows.</summary>
    public async Task CompleteAsync(ConfigurationModel model, CancellationToken cancellationToken)
    {
        await CompleteConnectionAsync(model);
        model.IsWorking = gate.IsOpen;
        model.Tokens = tokens.Areas;
        if (gate.IsOpen)
        {
            await rule.CompleteAsync(model, cancellationToken);
            model.Sending = await sending.ReadAsync(cancellationToken);
            model.Alerts = await alerts.ReadAsync(cancellationToken);
            model.Counts = (await invitations.CountByStateAsync(cancellationToken)).ToDictionary(pair => pair.Key.ToString(), pair => pair.Value);
        }

        model.Countries.Add(new SelectListItem(await TextAsync("HomeCountry.None"), ""));
        foreach (var country in await countries.GetAllCountriesAsync(showHidden: true))
            model.Countries.Add(new SelectListItem(country.Name, country.TwoLetterIsoCode));
        model.TimeZones.Add(new SelectListItem(await TextAsync("TimeZone.Store"), ""));
        foreach (var zone in dates.GetSystemTimeZones())
            model.TimeZones.Add(new SelectListItem(zone.DisplayName, zone.Id));
        foreach (var need in Enum.GetValues<ContactNeed>())
            model.Contacts.Add(new SelectListItem(await TextAsync($"Contact.{need}"), ((int)need).ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>True while the admin still has the store chosen that the page was made for: else its values would be saved to another store.</summary>
    public async Task<bool> IsOfScopeAsync(ConfigurationModel model) => model.ActiveStoreScopeConfiguration == await settings.ScopeAsync();

    /// <summary>Saves a page without faults. The rule book in memory is renewed at once, not at its next turn.</summary>
    /// <returns>The names of the stores that the rule for all stores leaves out, since their client at Customer Radar is another.</returns>
    public async Task<IReadOnlyList<string>> SaveAsync(ConfigurationModel model, RuleWrites writes, CancellationToken cancellationToken)
    {
        var own = await AppliedAsync(model);
        own.KeepInvitedOnUninstall = model.KeepInvitedOnUninstall;
        AlertsForm.Apply(model, own);
        await settings.SaveAsync(model, own);
        return await storeNames.NotServedAsync(await writing.WriteAsync(writes, cancellationToken), writes.Saved);
    }

    /// <summary>Logs in with what stands on the page.</summary>
    public async Task<(bool Success, string Message)> TestAsync(ConfigurationModel model, CancellationToken cancellationToken)
    {
        await CompleteConnectionAsync(model);
        if (ConnectionForm.Faults(model).FirstOrDefault() is { Fault: { } fault })
            return (false, fault);
        if (connections.ConnectionOf(await AppliedAsync(model), StoreKey.Parse("test")) is not { } connection)
            return (false, await TextAsync("PasswordIsUnreadable"));

        return await logIn.TryAsync(connection, cancellationToken) switch
        {
            TokenResult.Granted => (true, await TextAsync("Test.Granted")),
            TokenResult.Refused refused => (false, $"{await TextAsync("Test.Refused")} {refused.Message}"),
            TokenResult.Unavailable unavailable => (false, $"{unavailable.Outcome.Message} {unavailable.Outcome.Advice}".Trim()),
            var other => throw new InvalidOperationException($"A token result of no known kind: {other.GetType().Name}."),
        };
    }

    // What a browser does not send: the fields that are not the store's own, and whether there is a password.
    private async Task CompleteConnectionAsync(ConfigurationModel model)
    {
        var scope = model.ActiveStoreScopeConfiguration;
        var passwordOf = model.Password_OverrideForStore ? scope : ScopedSettings.AllStores;
        var shared = await settings.ReadAsync(ScopedSettings.AllStores);
        ConnectionForm.FillShared(shared, model);
        AlertsForm.FillShared(shared, model);
        model.PasswordIsSet = await settings.HasPasswordAsync(passwordOf);
        model.PasswordIsUnreadable =
            model.PasswordIsSet && PasswordVault.TryReveal((await settings.ReadAsync(passwordOf)).ProtectedPassword, security.EncryptionKey) is null;
    }

    private async Task<CustomerRadarSettings> AppliedAsync(ConfigurationModel model)
    {
        var own = await settings.ReadAsync(model.ActiveStoreScopeConfiguration);
        ConnectionForm.Apply(model, own, await settings.ReadAsync(ScopedSettings.AllStores), security.EncryptionKey);
        return own;
    }

    private Task<string> TextAsync(string key) => localization.GetResourceAsync(CustomerRadarDefaults.LocalePrefix + key);
}
