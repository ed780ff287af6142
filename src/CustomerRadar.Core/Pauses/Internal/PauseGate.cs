using CustomerRadar.Core.Api;
using CustomerRadar.Core.Auth;
using CustomerRadar.Core.Auth.Internal;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Invitations.Internal;
using Microsoft.Extensions.Logging;

namespace CustomerRadar.Core.Pauses.Internal;

/// <summary>Lets rows through to the API, one at a time where there is trouble, and keeps what became of them.</summary>
internal sealed partial class PauseGate(IPauses pauses, RefusedLogIns refusals, EndedPauses ended, TimeProvider time, SendingSettings sending, ILogger<PauseGate> log)
{
    /// <summary>Looks, without taking a probe.</summary>
    /// <returns>The pause that holds the row; null when it may go on with the pass.</returns>
    public async Task<(Pause? Held, PausePass Pass)> LookAsync(
        MarkedScope connection, MarkedScope rule, Lease lease, CancellationToken cancellationToken)
    {
        var lookedAt = time.GetTimestamp();
        var reading = await pauses.ReadAsync([.. PauseScope.Everything, connection.Scope, rule.Scope], cancellationToken);
        var pass = new PausePass(connection, rule, lease, reading.Pauses, lookedAt);
        return (PausePolicy.Holds(reading, pass.SettingsOf), pass);
    }

    /// <summary>True: this process is refused the connection's log-in, others seem to have other settings, and it leaves the row to them.</summary>
    public bool IsLeftToOthers(PausePass pass) =>
        // While a pause of these settings stands, it alone says when to try: a person may have asked for it.
        ended.IsWaiting(pass.Connection, pass.SettingsOf(pass.Connection)) && !pass.Known.Any(pause => pause.Scope == pass.Connection && pause.Settings == pass.SettingsOf(pause.Scope));

    /// <summary>The refusal of a log-in that came after the row had looked; null when it may ask.</summary>
    public TokenResult.Refused? RefusedMeanwhile(PausePass pass, Connection connection) => refusals.Since(connection, pass.LookedAt);

    /// <summary>Takes the probe of every scope that needs one.</summary>
    /// <returns>The pause that holds the row, since another row probes; null when it may call.</returns>
    public async Task<Pause?> EnterAsync(PausePass pass, CancellationToken cancellationToken)
    {
        foreach (var scope in pass.Known.Where(PausePolicy.NeedsProbe).Select(pause => pause.Scope))
        {
            var after = await pauses.ChangeAsync(
                scope, (current, now) => PausePolicy.TakeProbe(current, now, pass.Lease.Probe, sending.LeaseLength, pass.SettingsOf(scope)), cancellationToken);
            if (after is null)
                continue;
            if (after.Probe == pass.Lease.Probe)
                pass.Probes.Add(scope);
            else if (after.IsClosed)
                return after;
        }

        return null;
    }

    /// <summary>Keeps what an invitation call says about connection and rule.</summary>
    public async Task ReportAsync(PausePass pass, CallOutcome outcome)
    {
        switch (outcome.Verdict)
        {
            case CallVerdict.Accepted or CallVerdict.Refused or CallVerdict.Forbidden:
                await OpenAsync(pass, pass.Connection);
                await OpenAsync(pass, pass.Rule);
                break;
            case CallVerdict.ConfigurationRefused:
                await OpenAsync(pass, pass.Connection);
                await CloseAsync(pass, pass.Rule, PauseCause.Configuration, outcome);
                break;
            case CallVerdict.WrongAddress:
                await CloseAsync(pass, pass.Connection, PauseCause.Address, outcome);
                break;
            case CallVerdict.NotSent or CallVerdict.Unknown:
                await CountAsync(pass, PauseCause.Trouble, outcome);
                break;
            case CallVerdict.Unauthorised:
                await CountAsync(pass, PauseCause.LogIn, outcome);
                break;
        }
    }

    /// <summary>Keeps what a log-in without a token says about the connection.</summary>
    public Task ReportAsync(PausePass pass, Connection connection, TokenResult answer) => answer switch
    {
        TokenResult.Refused refused => RefusedAsync(pass, connection, refused),
        TokenResult.Unavailable unavailable => ReportAsync(pass, unavailable.Outcome),
        _ => Task.CompletedTask,
    };

    /// <summary>Gives back the probes that said nothing.</summary>
    public async Task LeaveAsync(PausePass pass)
    {
        foreach (var scope in pass.Probes.ToList())
            await ChangeAsync(pass, scope, (current, now) => PausePolicy.GiveBack(current, now, pass.Lease.Probe));
    }

    private Task OpenAsync(PausePass pass, PauseScope scope)
    {
        ended.Forget(scope);
        return pass.IsKnown(scope) ? ChangeAsync(pass, scope, (current, _) => PausePolicy.AfterAnswer(current)) : Task.CompletedTask;
    }

    private async Task RefusedAsync(PausePass pass, Connection connection, TokenResult.Refused refused)
    {
        var (scope, settings) = (pass.Connection, pass.SettingsOf(pass.Connection));
        refusals.Tell(connection, refused);
        var wasOpen = false;
        await ChangeAsync(pass, scope, (current, now) =>
        {
            wasOpen = current?.Since is null || current.Settings != settings;
            return PausePolicy.AfterRefusal(current, now, PauseCause.LogIn, Trouble(pass, scope, OutcomePolicy.OfRefusedLogIn(refused)));
        });
        refusals.Told(connection, refused);
        if (wasOpen)
            ended.Count(scope, settings);
    }

    private Task CloseAsync(PausePass pass, PauseScope scope, PauseCause cause, CallOutcome outcome) =>
        ChangeAsync(pass, scope, (current, now) => PausePolicy.AfterRefusal(current, now, cause, Trouble(pass, scope, outcome)));

    private Task CountAsync(PausePass pass, PauseCause cause, CallOutcome outcome) =>
        ChangeAsync(pass, pass.Connection, (current, now) => PausePolicy.AfterTrouble(current, now, cause, Trouble(pass, pass.Connection, outcome)));

    // Whatever happens to this write, the row's own outcome still has to be recorded; a probe that is not given back runs out by itself.
    private async Task ChangeAsync(PausePass pass, PauseScope scope, Func<Pause?, DateTimeOffset, Pause?> decide)
    {
        try
        {
            var before = pass.Known.FirstOrDefault(pause => pause.Scope == scope);
            var after = await pauses.ChangeAsync(scope, decide, CancellationToken.None);
            pass.Probes.Remove(scope);
            if (after is { Since: not null } && before?.Since is null)
                LogClosed(log, scope, after.Cause, after.Reason);
            else if (after is null && before?.Since is not null)
                LogOpened(log, scope);
        }
#pragma warning disable CA1031 // See above: the row comes first.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogNotKept(log, failure, scope);
        }
    }

    private static PauseTrouble Trouble(PausePass pass, PauseScope scope, CallOutcome outcome) =>
        new(scope, pass.Lease.Probe, outcome.Message, outcome.Advice, outcome.RetryAfter, pass.SettingsOf(scope));

    [LoggerMessage(2030, LogLevel.Warning, "Sending over {Scope} is paused ({Cause}): {Reason}")]
    private static partial void LogClosed(ILogger log, PauseScope scope, PauseCause cause, string reason);

    [LoggerMessage(2031, LogLevel.Information, "Sending over {Scope} goes on")]
    private static partial void LogOpened(ILogger log, PauseScope scope);

    [LoggerMessage(2032, LogLevel.Warning, "What happened to {Scope} could not be kept; the next call finds it out again")]
    private static partial void LogNotKept(ILogger log, Exception failure, PauseScope scope);
}
