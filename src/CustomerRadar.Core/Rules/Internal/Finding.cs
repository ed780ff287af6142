namespace CustomerRadar.Core.Rules.Internal;

/// <summary>What a check found: nothing against sending, an objection, or nothing to look at.</summary>
internal readonly record struct Finding
{
    private Finding(bool? passed, string detail, Decision? objection) => (Passed, Detail, Objection) = (passed, detail, objection);

    public bool? Passed { get; }

    public string Detail { get; }

    /// <summary>The decision that follows; only when the check did not pass.</summary>
    public Decision? Objection { get; }

    public static Finding Fine(string detail) => new(true, detail, null);

    public static Finding NothingToLookAt(string detail) => new(null, detail, null);

    public static Finding Skip(string reason) => new(false, reason, new Decision.Skip(reason));

    public static Finding Cancel(string reason) => new(false, reason, new Decision.Cancel(reason));

    public static Finding Defer(TimeSpan wait, string reason) => new(false, reason, new Decision.Defer(wait, reason));

    public static Finding Defer(DateTimeOffset until, string reason) => new(false, reason, new Decision.Defer(until, reason));
}
