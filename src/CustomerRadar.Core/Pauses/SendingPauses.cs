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

    /// <summary>
    /// Has the next row try whether the scope is well again, before the pause would let it: one row, so that a trouble that lasts costs no more. What a
    /// person paused, or a copy, stays as it is.
    /// </summary>
    public Task TryNowAsync(PauseScope scope, CancellationToken cancellationToken) => pauses.ChangeAsync(scope, PausePolicy.AfterTryNow, cancellationToken);

    /// <summary>
    /// Ends what is over by what the book says: pauses whose connection or rule reads otherwise now, and those whose connection or rule is
    /// gone. Every sweep asks for it, so that no host has to tell of a change.
    /// </summary>
    public async Task EndOutdatedAsync(RuleBook book, CancellationToken cancellationToken)
    {
        var reading = await pauses.ListAsync(cancellationToken);
        if (reading.Pauses.All(pause => pause.NeedsPerson))
            return;
        var key = await installation.ReadAsync(cancellationToken);
        var connections = book.Stores.Select(store => book.ConnectionOf(store)!).DistinctBy(connection => connection.Key)
            .ToDictionary(connection => connection.Key, connection => SettingsMark.Of(connection, key));
        // A rule's key may hold the sign that parts the ids of a scope; its mark cannot be mistaken for another's.
        var rules = book.Rules.Select(rule => SettingsMark.Of(rule, book, key)).ToHashSet(StringComparer.Ordinal);
        foreach (var pause in reading.Pauses.Where(pause => After(pause, reading.Now) != pause))
            await pauses.ChangeAsync(pause.Scope, After, cancellationToken);

        Pause? After(Pause? pause, DateTimeOffset now) => PausePolicy.AfterSettings(pause, now, pause is null ? null : SettingsOf(pause));

        string? SettingsOf(Pause pause) => pause.Scope.Connection is { } connection ? connections.GetValueOrDefault(connection)
            : pause.Settings is { } mark && rules.Contains(mark) ? mark
            : null;
    }

    private static void RefuseCopy(PauseScope scope)
    {
        if (scope == PauseScope.Copy)
            throw new ArgumentOutOfRangeException(nameof(scope), scope, "The pause of a copy begins and ends with the confirmation of the place.");
    }
}
