namespace CustomerRadar.Core.Periodic;

/// <summary>Where a backfill stands. Stored by name: never rename a member.</summary>
public enum BackfillState
{
    /// <summary>It goes on by itself.</summary>
    Running,

    /// <summary>A person stopped it; it can be resumed where it stands.</summary>
    Stopped,

    /// <summary>Its range is worked through.</summary>
    Done,

    /// <summary>It cannot go on, for example because its rule was deleted.</summary>
    Failed,
}
