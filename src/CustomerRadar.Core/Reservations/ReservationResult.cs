using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Reservations;

/// <summary>What asking for reservations gave.</summary>
public abstract record ReservationResult
{
    private ReservationResult()
    {
    }

    /// <summary>All keys are this row's.</summary>
    public sealed record Taken : ReservationResult;

    /// <summary>The lease is not this worker's any more: nothing was taken, and nothing more may be done for the row.</summary>
    public sealed record LeaseLost : ReservationResult;

    /// <summary>Another row stands in the way.</summary>
    /// <param name="Key">The key that it holds.</param>
    /// <param name="By">The row.</param>
    /// <param name="Rule">Its rule.</param>
    /// <param name="State">Its state: Pending or Sending, it may still give the key back; Accepted or Unconfirmed, it does not.</param>
    /// <param name="Since">When its request started; for a row that has none yet, when it took the key.</param>
    public sealed record Held(string Key, InvitationId By, RuleKey Rule, InvitationState State, DateTimeOffset Since) : ReservationResult;
}
