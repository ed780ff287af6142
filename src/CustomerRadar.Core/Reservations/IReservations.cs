using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Reservations;

/// <summary>
/// Keeps two invitations from going out where one is allowed: for a contact under a frequency cap, for a subject under several rules. A
/// reservation belongs to an invitation and counts by that row's state, so nothing has to release it: Pending and Sending hold it for the
/// moment, Accepted and Unconfirmed for the period, every other state not at all. A port that the storage implements.
/// </summary>
public interface IReservations
{
    /// <summary>
    /// Takes all keys in one transaction, in sorted order, or none. A row that is not let through holds none of these keys afterwards.
    /// Taking them again for the same row is the same. A worker whose lease is lost takes none and frees none.
    /// </summary>
    Task<ReservationResult> TakeAsync(Lease lease, IReadOnlyList<ReservationRequest> wanted, CancellationToken cancellationToken);
}
