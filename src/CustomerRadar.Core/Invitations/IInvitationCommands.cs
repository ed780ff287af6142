using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Invitations;

/// <summary>What a person or a shop asks of rows beyond cancelling. Every change is conditional on the state it starts from and writes history. A port that the storage implements.</summary>
public interface IInvitationCommands
{
    /// <summary>A Failed row waits again, due at once.</summary>
    Task<CommandResult> RetryAsync(InvitationId id, string by, CancellationToken cancellationToken);

    /// <summary>
    /// An Unconfirmed row is sent again: a new attempt in the same row. Refused (<see cref="CommandResult.TooEarly"/>) until
    /// <paramref name="quietFor"/> has passed since its request started, by the database's clock: the answer may still come.
    /// </summary>
    Task<CommandResult> ResendAsync(InvitationId id, TimeSpan quietFor, string by, CancellationToken cancellationToken);

    /// <summary>An Unconfirmed row that a person has found at Customer Radar is Accepted.</summary>
    Task<CommandResult> MarkAcceptedAsync(InvitationId id, string by, CancellationToken cancellationToken);

    /// <summary>Cancels one row, as <see cref="IOutbox.CancelAsync"/> does for a subject's.</summary>
    Task<CommandResult> CancelAsync(InvitationId id, string by, CancellationToken cancellationToken);

    /// <summary>A Pending row is due at once and ignores delay and window; with <paramref name="confirmed"/> also age and cap.</summary>
    Task<CommandResult> SendNowAsync(InvitationId id, bool confirmed, string by, CancellationToken cancellationToken);

    /// <summary>
    /// The subject's instant has changed: its Pending row under a rule gets this due time, as if it had never been tried. Returns the row;
    /// null when it has no such row, or when the row has both instants already.
    /// </summary>
    Task<InvitationId?> MoveAsync(PlannedInvitation moved, string by, CancellationToken cancellationToken);

    /// <summary>
    /// The subject is active again: rows that were cancelled with it (<see cref="CancelCause.Subject"/>) wait again, at their due time, and those in
    /// a worker's hands do when the worker comes back with a cancellation. Returns those that wait again now.
    /// </summary>
    Task<IReadOnlyList<InvitationId>> ReviveAsync(StoreKey store, SubjectKey subject, string reason, string by, CancellationToken cancellationToken);

    /// <summary>A rule was deleted: cancels what waits under it. Returns how many.</summary>
    Task<int> CancelRuleAsync(RuleKey rule, string by, CancellationToken cancellationToken);

    /// <summary>Pending rows of a rule with an id above <paramref name="after"/>, by id, for re-planning after the rule was changed.</summary>
    Task<IReadOnlyList<InvitationRow>> WaitingAsync(RuleKey rule, InvitationId after, int atMost, CancellationToken cancellationToken);
}
