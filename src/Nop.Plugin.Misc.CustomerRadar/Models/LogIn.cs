namespace Nop.Plugin.Misc.CustomerRadar.Models;

/// <summary>Address, user name and password belong together.</summary>
public static class LogIn
{
    /// <summary>
    /// True for a store that goes elsewhere or under another name than all stores, but with their password: it would be sent to where it was not
    /// given out for.
    /// </summary>
    public static bool IsTorn(bool ownAddress, bool ownUsername, bool ownPassword) => (ownAddress || ownUsername) && !ownPassword;
}
