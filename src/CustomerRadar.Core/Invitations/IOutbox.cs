using CustomerRadar.Core.Pauses;

namespace CustomerRadar.Core.Invitations;

/// <summary>
/// The outbox: one row an invitation, unique on (store, rule, subject). A port; Core decides, the storage keeps.
/// Every change of state writes a line of history in the same transaction. All comparisons with "now" use the database's clock.
/// </summary>
public interface IOutbox
{
    /// <summary>
    /// Writes a row by one INSERT; when store, rule and subject have one already, nothing is written and no error raised.
    /// Gives up after two seconds: it runs on the thread of a checkout.
    /// </summary>
    Task<PlanResult> AddAsync(PlannedInvitation planned, CancellationToken cancellationToken);

    /// <summary>Leases one row that is Pending and due; null when it is not, when another worker has it, or while a pause that covers it is closed.</summary>
    Task<LeasedInvitation?> LeaseAsync(InvitationId id, TimeSpan length, string worker, CancellationToken cancellationToken);

    /// <summary>
    /// Leases up to <paramref name="atMost"/> Pending rows that have been due for <paramref name="overdueBy"/>, the longest due first. Rows that a
    /// closed pause covers (everything, their connection, or what held them last) are passed over, unless an outage has held them for
    /// <see cref="RetrySchedule.GiveUpAfter"/>. Two callers never get the same row.
    /// </summary>
    Task<IReadOnlyList<LeasedInvitation>> LeaseDueAsync(int atMost, TimeSpan overdueBy, TimeSpan length, string worker, CancellationToken cancellationToken);

    /// <summary>
    /// The last write before the bytes leave: counts the attempt and remembers that the request started. Marks only while the lease
    /// is held, lasts for another <paramref name="needed"/>, no cancellation was asked for, and none of <paramref name="scopes"/> is closed
    /// by anybody else than this lease's own probe.
    /// </summary>
    Task<RequestStart> MarkRequestStartedAsync(Lease lease, TimeSpan needed, IReadOnlyCollection<PauseScope> scopes, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the mark back, since an answer says that the request was not taken and the lease goes on with something else than a request: a worker that dies now leaves
    /// nothing in doubt. The attempt stays counted. Nothing when the lease is lost.
    /// </summary>
    Task MarkNotTakenAsync(Lease lease, CancellationToken cancellationToken);

    /// <summary>
    /// Ends the lease with a change. False when the lease is lost: then nothing was written. A late answer of the same lease still
    /// turns Unconfirmed into Accepted or Failed. When the row ends, rows that were blocked by it are due at once; a row that is to wait for
    /// one that has ended meanwhile is due at once, too.
    /// </summary>
    Task<bool> CompleteAsync(Lease lease, InvitationChange change, CancellationToken cancellationToken);

    /// <summary>Resolves leases that have ended: not started -> Pending, started -> Unconfirmed.</summary>
    Task<ExpiredLeases> ResolveExpiredAsync(int atMost, CancellationToken cancellationToken);

    /// <summary>
    /// Asks for the cancellation of a subject's rows: Pending ones are Cancelled at once, leased ones before their request starts, those
    /// already sent get a note in their history. Returns how many were cancelled at once.
    /// </summary>
    Task<int> CancelAsync(StoreKey store, SubjectKey subject, string reason, string by, CancellationToken cancellationToken);

    /// <summary>Cancels everything that waits, of every store, and asks for the cancellation of what is leased. Returns how many were cancelled at once.</summary>
    Task<int> CancelAllAsync(string reason, string by, CancellationToken cancellationToken);
}
