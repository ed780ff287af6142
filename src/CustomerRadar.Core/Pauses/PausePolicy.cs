namespace CustomerRadar.Core.Pauses;

/// <summary>
/// What trouble does to a scope, and what ends it. Pure. One trouble makes the rows of a scope go one at a time; three in a row close it, or one
/// whose answer asks to wait for longer than <see cref="TroubleWait"/>,
/// and from then on one probe at a time finds out whether it may open, so that an outage costs a handful of rows and not all. What settings had
/// caused ends with them.
/// </summary>
public static class PausePolicy
{
    /// <summary>Troubles in a row that close a connection.</summary>
    public const int TroublesThatClose = 3;

    /// <summary>The wait before the first probe after <see cref="TroublesThatClose"/> troubles; it doubles up to <see cref="LongestWait"/>.</summary>
    public static readonly TimeSpan TroubleWait = TimeSpan.FromMinutes(2);

    /// <summary>The wait before the first new try after a refused log-in; it doubles up to <see cref="LongestWait"/>, since nobody knows when Customer Radar locks a user.</summary>
    public static readonly TimeSpan LogInWait = TimeSpan.FromMinutes(5);

    /// <summary>The longest wait between two probes, and the wait where only the merchant can change something.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>What a row may do now, given what is known of its scopes.</summary>
    /// <param name="reading">The pauses of all its scopes.</param>
    /// <param name="settingsOf">The mark of a scope's settings as they are now.</param>
    /// <returns>The pause that holds it, or null: it may go on, as a probe where <see cref="NeedsProbe"/> says so.</returns>
    public static Pause? Holds(PauseReading reading, Func<PauseScope, string> settingsOf) => reading.Pauses.FirstOrDefault(
        pause => pause.ClosedUntil is { } until && (until > reading.Now || pause.NeedsPerson) && !IsOutdated(pause, settingsOf(pause.Scope)));

    /// <summary>True when a row may enter this scope only as its probe.</summary>
    public static bool NeedsProbe(Pause pause) => pause.IsClosed;

    /// <summary>True when a probe should log in anew before it risks an invitation: a log-in is harmless to repeat.</summary>
    public static bool NeedsLogIn(Pause pause) => pause is { Since: not null, Cause: PauseCause.Trouble or PauseCause.LogIn or PauseCause.Address };

    /// <summary>The scope after a row asks to be its probe: the row's when <see cref="Pause.Probe"/> is its sign, open when null, else somebody else's.</summary>
    public static Pause? TakeProbe(Pause? current, DateTimeOffset now, Guid probe, TimeSpan length, string settings)
    {
        if (current is null || IsOutdated(current, settings))
            return null;
        var isFree = current is { NeedsPerson: false, ClosedUntil: { } until } && (until <= now || current.Probe == probe);
        return isFree ? current with { Probe = probe, ClosedUntil = now + length } : current;
    }

    /// <summary>The scope after its probe ended without saying anything about it: the next row may try at once.</summary>
    public static Pause? GiveBack(Pause? current, DateTimeOffset now, Guid probe) =>
        current is not null && current.Probe == probe ? current with { Probe = null, ClosedUntil = now } : current;

    /// <summary>The scope after an answer that shows it works: open. What a person paused stays.</summary>
    public static Pause? AfterAnswer(Pause? current) => current is { NeedsPerson: true } ? current : null;

    /// <summary>
    /// The scope after somebody looked at the settings: what other settings had caused ends, and so does what nobody can try any more, since
    /// its rule or its connection is gone. A person's pause stays, and waits for the connection to come back.
    /// </summary>
    /// <param name="current">What is there.</param>
    /// <param name="now">The database's now.</param>
    /// <param name="settings">The mark of the settings as they are now; null when the rule or the connection is gone.</param>
    public static Pause? AfterSettings(Pause? current, DateTimeOffset now, string? settings) =>
        current is null or { NeedsPerson: true } ? current
        : settings is not null ? IsOutdated(current, settings) ? null : current
        // A node that cannot read the connection must not open it for the others: as long as they probe, it is not gone.
        : current.Scope.IsOfRule || current.ClosedUntil is not { } until || until < now - LongestWait ? null
        : current;

    /// <summary>The connection after a call that was not taken, or nobody knows: counted, and closed at the third in a row.</summary>
    /// <param name="current">What is there.</param>
    /// <param name="now">The database's now.</param>
    /// <param name="cause"><see cref="PauseCause.LogIn"/> for a token that was refused although it was fresh, else <see cref="PauseCause.Trouble"/>.</param>
    /// <param name="trouble">What happened.</param>
    public static Pause? AfterTrouble(Pause? current, DateTimeOffset now, PauseCause cause, PauseTrouble trouble)
    {
        if (IsOfOthers(current, trouble.Probe))
            return current! with { Troubles = current.Troubles + 1 };

        var troubles = (current?.Troubles ?? 0) + 1;
        // Whoever is asked to wait for long closes, or nobody would see what holds the rows.
        var closes = troubles >= TroublesThatClose || current?.Since is not null || trouble.RetryAfter > TroubleWait;
        var probes = current?.Since is null ? 0 : current.Probes + 1;
        var first = cause == PauseCause.LogIn ? LogInWait : TroubleWait;
        var wait = closes ? Longer(Wait(first, probes), trouble.RetryAfter) : trouble.RetryAfter ?? TimeSpan.Zero;
        // What an earlier answer asked for stands; the end of a probe's lease asks for nothing.
        var asked = current is { Probe: null, ClosedUntil: { } until } ? until : now;
        return new Pause
        {
            Scope = trouble.Scope,
            Cause = cause,
            ClosedUntil = asked > now + wait ? asked : now + wait,
            Since = closes ? Began(current, cause, now) : null,
            Reason = trouble.Reason,
            Advice = trouble.Advice,
            Troubles = troubles,
            Probes = probes,
            Settings = trouble.Settings,
        };
    }

    /// <summary>The scope after trouble that time alone does not end: closed at once.</summary>
    /// <param name="current">What is there.</param>
    /// <param name="now">The database's now.</param>
    /// <param name="cause">Why.</param>
    /// <param name="trouble">What happened.</param>
    public static Pause? AfterRefusal(Pause? current, DateTimeOffset now, PauseCause cause, PauseTrouble trouble)
    {
        if (IsOfOthers(current, trouble.Probe))
            return current! with { Troubles = current.Troubles + 1 };

        var probes = current?.Since is null ? 0 : current.Probes + 1;
        var wait = cause == PauseCause.LogIn ? WaitAfterLogIn(probes) : LongestWait;
        return new Pause
        {
            Scope = trouble.Scope,
            Cause = cause,
            ClosedUntil = now + Longer(wait, trouble.RetryAfter),
            Since = Began(current, cause, now),
            Reason = trouble.Reason,
            Advice = trouble.Advice,
            Troubles = (current?.Troubles ?? 0) + 1,
            Probes = probes,
            Settings = trouble.Settings,
        };
    }

    /// <summary>The scope after a person asked for a try before its time: the next row is the probe. What a person paused stays, and a probe that is under way goes on.</summary>
    public static Pause? AfterTryNow(Pause? current, DateTimeOffset now) =>
        current is { NeedsPerson: false, Probe: null, ClosedUntil: { } until } && until > now ? current with { ClosedUntil = now } : current;

    /// <summary>The scope after a person paused it.</summary>
    public static Pause AfterPerson(Pause? current, DateTimeOffset now, PauseScope scope, PauseCause cause, string reason, string? advice) => new()
    {
        Scope = scope,
        Cause = cause,
        ClosedUntil = DateTimeOffset.MaxValue,
        Since = current is { NeedsPerson: true } ? current.Since : now,
        Reason = reason,
        Advice = advice,
    };

    /// <summary>The wait after a refused log-in that so many others went before.</summary>
    internal static TimeSpan WaitAfterLogIn(int earlier) => Wait(LogInWait, earlier);

    // Another cause is another pause: an outage of three days gives up what it holds, and a log-in that was refused before is no part of it.
    private static DateTimeOffset Began(Pause? current, PauseCause cause, DateTimeOffset now) =>
        current is { Since: { } since } && current.Cause == cause ? since : now;

    // A call that was under way when another one closed the scope says nothing new, and must not make the wait longer.
    private static bool IsOfOthers(Pause? current, Guid probe) =>
        current is not null && (current.NeedsPerson || (current.Since is not null && current.Probe != probe));

    private static bool IsOutdated(Pause pause, string settings) =>
        pause.Settings is { } then && !string.Equals(then, settings, StringComparison.Ordinal);

    private static TimeSpan Wait(TimeSpan first, int probes)
    {
        var doubled = first * Math.Pow(2, Math.Min(probes, 10));
        return doubled < LongestWait ? doubled : LongestWait;
    }

    private static TimeSpan Longer(TimeSpan wait, TimeSpan? asked) => asked is { } longer && longer > wait ? longer : wait;
}
