namespace CustomerRadar.Core.Pauses;

/// <summary>Why sending is paused. Stored by name: never rename a member.</summary>
public enum PauseCause
{
    /// <summary>Nothing usable came back several times in a row: the breaker.</summary>
    Trouble,

    /// <summary>Customer Radar refused the log-in.</summary>
    LogIn,

    /// <summary>The address is not the API's.</summary>
    Address,

    /// <summary>Customer Radar refused the ids or the programme of a rule.</summary>
    Configuration,

    /// <summary>A person paused it; no probe ends it.</summary>
    Operator,

    /// <summary>This looks like a copy of the shop; no probe ends it.</summary>
    Copy,
}
