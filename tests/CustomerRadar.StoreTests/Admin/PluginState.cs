namespace CustomerRadar.StoreTests.Admin;

/// <summary>What the store's list of plugins says of ours.</summary>
public enum PluginState
{
    /// <summary>Not in the list.</summary>
    Absent,

    /// <summary>Uploaded, not installed.</summary>
    Uploaded,

    /// <summary>Installed.</summary>
    Installed,
}
