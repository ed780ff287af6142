namespace CustomerRadar.Sandbox.Faults;

/// <summary>What can be made to go wrong. On the wire the names are kebab-case, as in <c>drop-after-accept</c>.</summary>
public enum FaultKind
{
    /// <summary>No fault: setting it clears all others.</summary>
    None,

    /// <summary>Invitation requests are answered with a status before anything else is looked at; nothing is recorded.</summary>
    Status,

    /// <summary>Invitations are accepted and recorded at once, and answered late.</summary>
    Delay,

    /// <summary>Invitations are accepted and recorded, then the connection is cut without an answer.</summary>
    DropAfterAccept,

    /// <summary>Invitations are accepted and recorded, then answered with 200 and a body that is not JSON.</summary>
    Garbage,

    /// <summary>Every token issued so far is invalid from now on. Acts once, so it is never active.</summary>
    ExpireTokens,

    /// <summary>Log-ins are refused as if the password were wrong.</summary>
    RefuseLogin,

    /// <summary>A new log-in ends all older tokens.</summary>
    SingleSession,
}
