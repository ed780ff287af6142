namespace Nop.Plugin.Misc.CustomerRadar.Hosting;

/// <summary>
/// Whether the plugin may touch anything. Closed until the tables are there, and for good once an uninstall has begun: the store goes on
/// running with our consumers in it until its restart.
/// </summary>
public sealed class PluginGate
{
    private volatile bool _open;
    private volatile bool _closedForGood;

    /// <summary>True while the plugin may work.</summary>
    public bool IsOpen => _open && !_closedForGood;

    /// <summary>True once an uninstall has begun.</summary>
    public bool IsClosedForGood => _closedForGood;

    /// <summary>Lets the plugin work.</summary>
    public void Open() => _open = true;

    /// <summary>Stops the plugin until the process ends.</summary>
    public void CloseForGood() => _closedForGood = true;
}
