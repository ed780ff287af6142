namespace CustomerRadar.TestRun.Servers;

/// <summary>Where a database server comes from, in order of preference.</summary>
public enum ServerSource
{
    /// <summary>The environment names one.</summary>
    Given,

    /// <summary>Its programs are on this machine: a throwaway cluster.</summary>
    Local,

    /// <summary>Its programs can be installed.</summary>
    Install,

    /// <summary>From nowhere: its tests are skipped, or the run fails.</summary>
    None,
}
