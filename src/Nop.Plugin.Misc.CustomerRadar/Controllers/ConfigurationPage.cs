using CustomerRadar.Core.Api;
using CustomerRadar.Core.Auth;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Core.Domain.Security;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Plugin.Misc.CustomerRadar.Rules;
using Nop.Plugin.Misc.CustomerRadar.Secrets;
using Nop.Services.Configuration;
using Nop.Services.Directory;
using Nop.Services.Helpers;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.CustomerRadar.Controllers;

/// <summary>Reads, completes and saves the configuration page.</summary>
public sealed class ConfigurationPage(
    ISettingService settings,
    ILocalizationService localization,
    ICountryService countries,
    IDateTimeHelper dates,
    SecuritySettings security,
    StoreConnections connections,
    PluginGate gate,
    TokenCatalogue tokens,
    IRuleBooks books,
    ISendRuleStore rules,
    IInvitationQueries invitations,
    LogInCheck logIn)
{
    /// <summary>The page as it is saved.</summary>
    public async Task<ConfigurationModel> ReadAsync(CancellationToken cancellationToken)
    {
        var own = await settings.LoadSettingAsync<CustomerRadarSettings>();
        var model = new ConfigurationModel
        {
            ApiAddress = own.ApiAddress,
            Username = own.Username,
            ClientDisplayId = own.ClientDisplayId,
            HomeCountry = own.HomeCountry,
            TimeZoneId = own.TimeZoneId,
            KeepInvitedOnUninstall = own.KeepInvitedOnUninstall,
        };
        ConfigurationForm.Show(gate.IsOpen ? await FindRuleAsync(cancellationToken) : null, model);
        await CompleteAsync(model, cancellationToken);
        return model;
    }

    /// <summary>The rule as it is saved; null before the first time.</summary>
    public async Task<SendRule?> FindRuleAsync(CancellationToken cancellationToken) =>
        (await rules.ListAsync(cancellationToken)).FirstOrDefault(rule => rule.Key == ConfigurationForm.RuleKey);

    /// <summary>Adds what a browser does not send back: the choices of the lists, and what is known about the password and the rows.</summary>
    public async Task CompleteAsync(ConfigurationModel model, CancellationToken cancellationToken)
    {
        var own = await settings.LoadSettingAsync<CustomerRadarSettings>();
        model.PasswordIsSet = own.ProtectedPassword.Length > 0;
        model.PasswordIsUnreadable = model.PasswordIsSet && PasswordVault.TryReveal(own.ProtectedPassword, security.EncryptionKey) is null;
        model.IsWorking = gate.IsOpen;
        model.Tokens = [.. tokens.Names, .. tokens.Families.Select(family => family + "NAME")];
        if (gate.IsOpen)
            model.Counts = (await invitations.CountByStateAsync(cancellationToken)).ToDictionary(pair => pair.Key.ToString(), pair => pair.Value);

        model.Countries.Add(new SelectListItem(await TextAsync("HomeCountry.None"), ""));
        foreach (var country in await countries.GetAllCountriesAsync(showHidden: true))
            model.Countries.Add(new SelectListItem(country.Name, country.TwoLetterIsoCode));
        model.TimeZones.Add(new SelectListItem(await TextAsync("TimeZone.Store"), ""));
        foreach (var zone in dates.GetSystemTimeZones())
            model.TimeZones.Add(new SelectListItem(zone.DisplayName, zone.Id));
        foreach (var need in Enum.GetValues<ContactNeed>())
            model.Contacts.Add(new SelectListItem(await TextAsync($"Contact.{need}"), ((int)need).ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Saves a page without faults. The rule book in memory is renewed at once, not at its next turn.</summary>
    public async Task SaveAsync(ConfigurationModel model, SendRule rule, CancellationToken cancellationToken)
    {
        var own = await settings.LoadSettingAsync<CustomerRadarSettings>();
        Apply(model, own);
        own.KeepInvitedOnUninstall = model.KeepInvitedOnUninstall;
        await settings.SaveSettingAsync(own);
        await settings.ClearCacheAsync();
        await rules.SaveAsync(rule, cancellationToken);
        await books.ReadAsync(cancellationToken);
    }

    /// <summary>Logs in with what stands on the page.</summary>
    public async Task<(bool Success, string Message)> TestAsync(ConfigurationModel model, CancellationToken cancellationToken)
    {
        var own = await settings.LoadSettingAsync<CustomerRadarSettings>();
        model.PasswordIsSet = own.ProtectedPassword.Length > 0;
        if (ConfigurationForm.ConnectionFaults(model).FirstOrDefault() is { Fault: { } fault })
            return (false, fault);

        Apply(model, own);
        if (connections.ConnectionOf(own, StoreKey.Parse("test")) is not { } connection)
            return (false, await TextAsync("PasswordIsUnreadable"));

        return await logIn.TryAsync(connection, cancellationToken) switch
        {
            TokenResult.Granted => (true, await TextAsync("Test.Granted")),
            TokenResult.Refused refused => (false, $"{await TextAsync("Test.Refused")} {refused.Message}"),
            TokenResult.Unavailable unavailable => (false, $"{unavailable.Outcome.Message} {unavailable.Outcome.Advice}".Trim()),
            var other => throw new InvalidOperationException($"A token result of no known kind: {other.GetType().Name}."),
        };
    }

    private void Apply(ConfigurationModel model, CustomerRadarSettings own)
    {
        own.ApiAddress = BaseAddress.Parse(model.ApiAddress).ToString();
        own.Username = model.Username!.Trim();
        own.ClientDisplayId = ClientDisplayId.Parse(model.ClientDisplayId).ToString();
        own.HomeCountry = model.HomeCountry ?? "";
        own.TimeZoneId = model.TimeZoneId ?? "";
        if (!string.IsNullOrEmpty(model.Password))
            own.ProtectedPassword = PasswordVault.Protect(model.Password, security.EncryptionKey);
    }

    private Task<string> TextAsync(string key) => localization.GetResourceAsync(CustomerRadarDefaults.LocalePrefix + key);
}
