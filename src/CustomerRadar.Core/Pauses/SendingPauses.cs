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

    /// <summary>A person pauses a scope until <see cref="ResumeAsync"/>; no probe ends it.</summary>
    /// <param name="scope">All, or one connection.</param>
    /// <param name="reason">In plain words.</param>
    /// <param name="advice">What ends it.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="PauseScope.Copy"/>, which is <see cref="CopyGuard"/>'s.</exception>
    public Task PauseAsync(PauseScope scope, string reason, string? advice, CancellationToken cancellationToken)
    {
        RefuseCopy(scope);
        return pauses.ChangeAsync(
            scope, (current, now) => PausePolicy.AfterPerson(current, now, scope, PauseCause.Operator, reason, advice), cancellationToken);
    }

    /// <summary>Ends a pause of any cause but a copy's; what it held is sent in the order in which it was due.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="PauseScope.Copy"/>: only <see cref="CopyGuard.ConfirmAsync"/> ends that, or it would come back.</exception>
    public Task ResumeAsync(PauseScope scope, CancellationToken cancellationToken)
    {
        RefuseCopy(scope);
        return pauses.ChangeAsync(scope, (_, _) => null, cancellationToken);
    }

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

    private static void RefuseCopy(PauseScope scope)
    {
        if (scope == PauseScope.Copy)
            throw new ArgumentOutOfRangeException(nameof(scope), scope, "The pause of a copy begins and ends with the confirmation of the place.");
    }
}
