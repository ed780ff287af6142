namespace Nop.Plugin.Misc.CustomerRadar;

/// <summary>The plugin's fixed names.</summary>
public static class CustomerRadarDefaults
{
    /// <summary>The system name, also that of the plugin's folder.</summary>
    public const string SystemName = "Misc.CustomerRadar";

    /// <summary>The route of the configuration page.</summary>
    public const string ConfigureRoute = "Plugin.Misc.CustomerRadar.Configure";

    /// <summary>The path of the configuration page, behind a store's address.</summary>
    public const string ConfigurePath = "Admin/CustomerRadar/Configure";

    /// <summary>The permission to open and save the configuration page.</summary>
    public const string ConfigurePermission = "CustomerRadar.Configure";

    /// <summary>Where every text of the plugin starts.</summary>
    public const string LocalePrefix = "Plugins.Misc.CustomerRadar.";
}
