using System.Globalization;
using CustomerRadar.Core.Pauses;

namespace CustomerRadar.Core.Alerts.Internal;

/// <summary>Which alerts are to be open. Pure.</summary>
internal static class AlertDerivation
{
    /// <summary>How long an API has to be out of reach before somebody is told: short outages heal by themselves.</summary>
    public static readonly TimeSpan LongOutage = TimeSpan.FromHours(1);

    /// <summary>Nobody needs a greater number.</summary>
    public const int MostCounted = 1000;

    // Where rows wait, a sweep tries as soon as it may; a connection that nobody has tried since may be well again.
    private static readonly TimeSpan Untried = TimeSpan.FromMinutes(10);

    private const string Everywhere = "all";

    public static IReadOnlyList<Alert> Of(AlertFacts facts) =>
    [
        .. facts.Pauses.Pauses.Where(pause => pause.Since is not null).Select(pause => Of(pause, facts.Pauses.Now)).OfType<Alert>(),
        .. Counted(
            AlertKind.Failed,
            facts.Rows.Failed,
            "One invitation has failed since yesterday.",
            "invitations have failed since yesterday.",
            "Each says why. Correct what it names, or the next ones will fail, too."),
        .. Counted(
            AlertKind.Unconfirmed,
            facts.Rows.Unconfirmed,
            "One invitation is held as Unconfirmed: its answer was lost, so nobody knows whether Customer Radar took it.",
            "invitations are held as Unconfirmed: their answers were lost, so nobody knows whether Customer Radar took them.",
            "Look at Customer Radar whether it took them."),
    ];

    private static Alert? Of(Pause pause, DateTimeOffset now) => pause.Cause switch
    {
        PauseCause.LogIn => Of(pause, AlertKind.LogInRefused, "Customer Radar refuses the log-in", "Check user name and password, then test the connection."),
        PauseCause.Address => Of(pause, AlertKind.WrongAddress, "The address of the API is wrong", "Correct the base address, then test the connection."),
        PauseCause.Configuration => Of(pause, AlertKind.ConfigurationRefused, "Customer Radar refuses the ids of a send rule", "Correct the send rule and save it; what waits then goes out."),
        PauseCause.Trouble when now - pause.Since >= LongOutage && now - pause.ClosedUntil < Untried =>
            Of(pause, AlertKind.Outage, "Customer Radar has taken no invitations for more than an hour", "Invitations wait, for up to 72 hours; what has waited for longer is Failed. Ask Customer Radar if it lasts."),
        PauseCause.Copy => Of(pause, AlertKind.Copy, "This looks like a copy of the shop, so nothing is sent from here", "If this is the shop itself, say so on the plugin's page."),
        // A person who paused it knows; a short outage heals.
        PauseCause.Operator or PauseCause.Trouble => null,
        _ => throw new InvalidOperationException($"A pause of no known cause: {pause.Cause}."),
    };

    private static Alert Of(Pause pause, AlertKind kind, string what, string advice)
    {
        var where = pause.Scope.Connection is { } connection ? $" (connection {connection})"
            : pause.Scope.RuleAndLocation is var (rule, location) ? $" (rule {rule}, location {location})"
            : "";
        var why = string.IsNullOrWhiteSpace(pause.Reason) ? "" : $" {pause.Reason}";
        return new Alert(kind, pause.Scope.ToString(), $"{what}{where}.{why}", pause.Advice ?? advice);
    }

    private static IEnumerable<Alert> Counted(AlertKind kind, int count, string one, string several, string advice)
    {
        if (count > 0)
            yield return new Alert(kind, Everywhere, count == 1 ? one : string.Create(CultureInfo.InvariantCulture, $"{count}{(count == MostCounted ? " or more" : "")} {several}"), advice);
    }
}
