namespace CustomerRadar.Core.Periodic;

/// <summary>The names of periodic work that somebody may want done before its time.</summary>
public static class WorkNames
{
    /// <summary>Looks for interactions that have no invitation.</summary>
    public const string Reconcile = "reconcile";

    /// <summary>Looks for trouble: raises alerts, ends those that are over, tells a person.</summary>
    public const string Alerts = "alerts";

    /// <summary>Goes on with backfills.</summary>
    public const string Backfill = "backfill";
}
