using Nop.Core.Domain.Customers;

namespace Nop.Services.Plugins;

public enum LoadPluginsMode
{
    All = 0,
    InstalledOnly = 10,
    NotInstalledOnly = 20,
}

public class PluginDescriptorBaseInfo;

public class PluginDescriptor : PluginDescriptorBaseInfo
{
    public virtual string FriendlyName { get; set; }
}

public interface IPlugin
{
    PluginDescriptor PluginDescriptor { get; set; }

    string GetConfigurationPageUrl();

    Task InstallAsync();

    Task InstallSampleDataAsync();

    Task UninstallAsync();

    Task UpdateAsync(string currentVersion, string targetVersion);

    Task PreparePluginToUninstallAsync();
}

public abstract class BasePlugin : IPlugin
{
    public virtual PluginDescriptor PluginDescriptor { get; set; }

    public virtual string GetConfigurationPageUrl() => null;

    public virtual Task InstallAsync() => Task.CompletedTask;

    public virtual Task InstallSampleDataAsync() => Task.CompletedTask;

    public virtual Task UninstallAsync() => Task.CompletedTask;

    public virtual Task UpdateAsync(string currentVersion, string targetVersion) => Task.CompletedTask;

    public virtual Task PreparePluginToUninstallAsync() => Task.CompletedTask;
}

public interface IPluginService
{
    Task<PluginDescriptor> GetPluginDescriptorBySystemNameAsync<TPlugin>(
        string systemName,
        LoadPluginsMode loadMode = LoadPluginsMode.InstalledOnly,
        Customer customer = null,
        int storeId = 0,
        string group = null)
        where TPlugin : class, IPlugin;
}
