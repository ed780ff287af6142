using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Invitations;

/// <summary>Something a customer did that may be worth an invitation.</summary>
/// <param name="Store">The shop or booking source.</param>
/// <param name="Trigger">What happened.</param>
/// <param name="Subject">The order or booking.</param>
/// <param name="OccurredAt">When it happened, by the shop's own record: not when we heard of it.</param>
/// <param name="Origin">How we heard of it.</param>
public sealed record Interaction(StoreKey Store, Trigger Trigger, SubjectKey Subject, DateTimeOffset OccurredAt, InteractionOrigin Origin)
{
    /// <summary>The customer's number in the shop, so that an erasure finds what waits for him; null where the platform has none. Never a name or an address.</summary>
    public string? Customer { get; init; }

    /// <summary>For a rental: which rules it is meant for, those that invite by order or those that invite by item; null (default) for all. Not stored.</summary>
    public RentalPick? Rental { get; init; }

    /// <summary>For a shipment: others of the order are still to come, so that rules for the last one do not count it. Default false. Not stored.</summary>
    public bool MoreToCome { get; init; }

    /// <summary>What a merchant should see beside the row, for example who impersonated the customer; null for nothing. Not more than 200 characters are kept.</summary>
    public string? Note { get; init; }
}
