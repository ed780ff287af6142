namespace CustomerRadar.Core.Invitations;

/// <summary>How an interaction became known. Stored by name: never rename a member.</summary>
public enum InteractionOrigin
{
    /// <summary>An event of the shop, or a webhook.</summary>
    Event,

    /// <summary>Found later by the reconciler.</summary>
    Reconcile,

    /// <summary>From a range of the past that the merchant chose.</summary>
    Backfill,

    /// <summary>Handed in over the gateway's API.</summary>
    Import,

    /// <summary>Asked for by a person.</summary>
    Manual,
}
