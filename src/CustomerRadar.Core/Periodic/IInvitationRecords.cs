using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Periodic;

/// <summary>What periodic work asks of the outbox and does to it in bulk. A port that the storage implements.</summary>
public interface IInvitationRecords
{
    /// <summary>Which of these subjects (at most 500) have a row under a rule.</summary>
    Task<IReadOnlySet<SubjectKey>> PlannedAsync(StoreKey store, RuleKey rule, IReadOnlyCollection<SubjectKey> subjects, CancellationToken cancellationToken);

    /// <summary>Which of these subjects (at most 500) any rule of a connection has invited or is about to: Pending, Sending, Accepted or Unconfirmed.</summary>
    Task<IReadOnlySet<SubjectKey>> InvitedAsync(ConnectionKey connection, IReadOnlyCollection<SubjectKey> subjects, CancellationToken cancellationToken);

    /// <summary>
    /// Reduces up to <paramref name="atMost"/> rows that ended before the cut to their key and state: history, reasons, references and notes
    /// go. Unconfirmed ones stay as they are until somebody decides. Rows of rules that are not among <paramref name="rules"/> go wholly. Returns how many rows were changed.
    /// </summary>
    Task<int> ReduceAsync(RetentionCut cut, IReadOnlyCollection<RuleKey> rules, int atMost, CancellationToken cancellationToken);

    /// <summary>
    /// Drops contact and fields of up to <paramref name="atMost"/> subjects none of whose rows needs them any more: all Accepted, Skipped or
    /// Cancelled, or Failed or Unconfirmed for longer than <see cref="RetentionCut.Contacts"/>. What came within the last hours stays: its rows
    /// may still be on their way. Returns how many.
    /// </summary>
    Task<int> ForgetContactsAsync(RetentionCut cut, int atMost, CancellationToken cancellationToken);

    /// <summary>Counts the rows that have failed since an instant and still stand there, and those held as Unconfirmed; of each at most <paramref name="atMost"/>.</summary>
    Task<TroubledRows> CountTroubledAsync(DateTimeOffset failedSince, int atMost, CancellationToken cancellationToken);

    /// <summary>Counts the rows that ended on each UTC day from <paramref name="from"/> on anew, by connection, rule and state.</summary>
    Task RecountAsync(DateOnly from, CancellationToken cancellationToken);

    /// <summary>The counts of a range of UTC days, both ends included.</summary>
    Task<IReadOnlyList<DailyCount>> CountsAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken);
}
