namespace CustomerRadar.Core.Invitations;

/// <summary>What became of a command for one row.</summary>
public enum CommandResult
{
    /// <summary>Done; for a row that is being sent, asked for.</summary>
    Done,

    /// <summary>There is no such row.</summary>
    NotFound,

    /// <summary>The row's state does not allow it.</summary>
    WrongState,

    /// <summary>Its answer may still come; try later.</summary>
    TooEarly,
}
