using CustomerRadar.StoreTests.Admin;
using CustomerRadar.StoreTests.Running;

[assembly: NonParallelizable]

namespace CustomerRadar.StoreTests;

/// <summary>One connection to the store for all tests.</summary>
[SetUpFixture]
public sealed class StoreRun
{
    private static readonly Lazy<Task<Store>> Connection = new(() => Running.Store.ConnectAsync(Environment.GetEnvironmentVariable));
    private static readonly Lazy<Task<string>> Package = new(PluginZip.ProvideAsync);
    private static bool _isFresh;

    /// <summary>The store, connected at the first call.</summary>
    public static Task<Store> StoreAsync() => Connection.Value;

    /// <summary>The upload package, made at the first call.</summary>
    public static Task<string> PackageAsync() => Package.Value;

    /// <summary>Installs the package afresh at the first call; later calls only see to it that it is installed.</summary>
    public static async Task InstalledAsync()
    {
        var plugins = (await (await StoreAsync()).AdminAsync()).Plugins;
        if (!_isFresh)
            await plugins.StartAfreshAsync(await PackageAsync());
        else if (await plugins.StateAsync() != PluginState.Installed)
            await plugins.InstallAsync();
        _isFresh = true;
    }

    /// <summary>Installs an earlier version's package afresh; the next call without one replaces it.</summary>
    public static async Task InstalledAsync(string earlier)
    {
        _isFresh = false;
        await (await (await StoreAsync()).AdminAsync()).Plugins.StartAfreshAsync(earlier);
    }

    /// <summary>Ends browser and sandbox.</summary>
    [OneTimeTearDown]
    public async Task EndAsync()
    {
        if (Connection is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await Connection.Value).DisposeAsync();
    }
}
