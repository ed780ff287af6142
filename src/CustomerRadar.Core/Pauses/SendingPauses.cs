using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Pauses.Internal;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Pauses;

/// <summary>What a person or a host does about pauses.</summary>
public sealed class SendingPauses(IPauses pauses, InstallationKey installation)
{
    /// <summary>Pauses that hold rows at the moment, for pages; connections that are only being watched are left out.</summary>
    public async Task<IReadOnlyList<Pause>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await pauses.ListAsync(cancellationToken)).Pauses.Where(pause => pause.Since is not null)];

    /// <summary>Pauses a scope until <see cref="ResumeAsync"/>; no probe ends it.</summary>
    /// <param name="scope">All, or one connection.</param>
    /// <param name="cause"><see cref="PauseCause.Operator"/> or <see cref="PauseCause.Copy"/>.</param>
    /// <param name="reason">In plain words.</param>
    /// <param name="advice">What ends it.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another cause.</exception>
    public Task PauseAsync(PauseScope scope, PauseCause cause, string reason, string? advice, CancellationToken cancellationToken)
    {
        if (cause is not (PauseCause.Operator or PauseCause.Copy))
            throw new ArgumentOutOfRangeException(nameof(cause), cause, "Only a person's pause, or a copy's, is made this way.");
        return pauses.ChangeAsync(scope, (current, now) => PausePolicy.AfterPerson(current, now, scope, cause, reason, advice), cancellationToken);
    }

    /// <summary>Ends a pause, whatever its cause; what it held is sent in the order in which it was due.</summary>
    public Task ResumeAsync(PauseScope scope, CancellationToken cancellationToken) =>
        pauses.ChangeAsync(scope, (_, _) => null, cancellationToken);

    /// <summary>A rule was saved: whatever Customer Radar had refused of it may be right now.</summary>
    public async Task RuleSavedAsync(RuleKey rule, CancellationToken cancellationToken)
    {
        var start = PauseScope.StartOf(rule);
        foreach (var pause in (await pauses.ListAsync(cancellationToken)).Pauses.Where(pause => pause.Scope.ToString().StartsWith(start, StringComparison.Ordinal)))
            await ResumeAsync(pause.Scope, cancellationToken);
    }

    /// <summary>Ends pauses that settings had caused which are different now. Every sweep asks for it, so a host need not.</summary>
    public async Task SettingsReadAsync(RuleBook book, CancellationToken cancellationToken)
    {
        var marked = (await pauses.ListAsync(cancellationToken)).Pauses.Where(pause => pause.Settings is not null).ToList();
        if (marked.Count == 0)
            return;
        var key = await installation.ReadAsync(cancellationToken);
        foreach (var connection in book.Stores.Select(store => book.ConnectionOf(store)!).DistinctBy(connection => connection.Key))
        {
            var scope = PauseScope.Of(connection.Key);
            var settings = SettingsMark.Of(connection, key);
            if (marked.Any(pause => pause.Scope == scope))
                await pauses.ChangeAsync(scope, (current, _) => PausePolicy.AfterSettings(current, settings), cancellationToken);
        }
    }
}
