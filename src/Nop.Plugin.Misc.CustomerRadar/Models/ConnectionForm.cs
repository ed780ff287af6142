using CustomerRadar.Core.Api;
using Nop.Plugin.Misc.CustomerRadar.Secrets;

namespace Nop.Plugin.Misc.CustomerRadar.Models;

/// <summary>The connection on the configuration page, for all stores or for one: settings to fields, and typed fields to settings or a fault each.</summary>
public static class ConnectionForm
{
    /// <summary>Shows what a scope uses.</summary>
    public static void Show(CustomerRadarSettings own, ConfigurationModel model)
    {
        model.ApiAddress = own.ApiAddress;
        model.Username = own.Username;
        model.ClientDisplayId = own.ClientDisplayId;
        model.HomeCountry = own.HomeCountry;
        model.TimeZoneId = own.TimeZoneId;
        model.DryRun = own.DryRun;
    }

    /// <summary>In a store's scope, fills the fields that are not the store's own: a browser does not send them.</summary>
    public static void FillShared(CustomerRadarSettings shared, ConfigurationModel model)
    {
        if (model.ActiveStoreScopeConfiguration == 0)
            return;
        model.ApiAddress = model.ApiAddress_OverrideForStore ? model.ApiAddress : shared.ApiAddress;
        model.Username = model.Username_OverrideForStore ? model.Username : shared.Username;
        model.Password = model.Password_OverrideForStore ? model.Password : null;
        model.ClientDisplayId = model.ClientDisplayId_OverrideForStore ? model.ClientDisplayId : shared.ClientDisplayId;
        model.HomeCountry = model.HomeCountry_OverrideForStore ? model.HomeCountry : shared.HomeCountry;
        model.TimeZoneId = model.TimeZoneId_OverrideForStore ? model.TimeZoneId : shared.TimeZoneId;
        model.DryRun = model.DryRun_OverrideForStore ? model.DryRun : shared.DryRun;
    }

    /// <summary>What is wrong with the connection, by field.</summary>
    public static IEnumerable<(string Field, string Fault)> Faults(ConfigurationModel model)
    {
        if (!BaseAddress.TryParse(model.ApiAddress, out _, out var problem))
            yield return (nameof(model.ApiAddress), problem);
        if (string.IsNullOrWhiteSpace(model.Username))
            yield return (nameof(model.Username), "The user name is missing. Customer Radar support gives it out.");
        if (model.ActiveStoreScopeConfiguration != 0 && LogIn.IsTorn(model.ApiAddress_OverrideForStore, model.Username_OverrideForStore, model.Password_OverrideForStore))
            yield return (nameof(model.Password), "An address or user name of this store's own needs a password of its own: the one for all stores goes nowhere else.");
        else if (string.IsNullOrEmpty(model.Password) && !model.PasswordIsSet)
            yield return (nameof(model.Password), "The password is missing. Customer Radar support gives it out.");
        if (!ClientDisplayId.TryParse(model.ClientDisplayId, out _))
            yield return (nameof(model.ClientDisplayId), "The client id is missing or has a space in it. Customer Radar support gives it out.");
    }

    /// <summary>Writes a page without faults into the settings of its scope. A blank password keeps the one that is set there.</summary>
    /// <param name="model">The page.</param>
    /// <param name="own">The settings of the scope, which are changed; a store without a password of its own holds the one for all stores here.</param>
    /// <param name="shared">The settings of all stores.</param>
    /// <param name="encryptionKey">The store's.</param>
    public static void Apply(ConfigurationModel model, CustomerRadarSettings own, CustomerRadarSettings shared, string encryptionKey)
    {
        own.ApiAddress = BaseAddress.Parse(model.ApiAddress).ToString();
        own.Username = model.Username!.Trim();
        own.ClientDisplayId = ClientDisplayId.Parse(model.ClientDisplayId).ToString();
        own.HomeCountry = model.HomeCountry ?? "";
        own.TimeZoneId = model.TimeZoneId ?? "";
        own.DryRun = model.DryRun;
        if (model.ActiveStoreScopeConfiguration != 0 && !model.Password_OverrideForStore)
            own.ProtectedPassword = shared.ProtectedPassword;
        else if (!string.IsNullOrEmpty(model.Password))
            own.ProtectedPassword = PasswordVault.Protect(model.Password, encryptionKey);
    }
}
