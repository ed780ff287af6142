using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Contacts;

/// <summary>Whom to erase.</summary>
/// <param name="Contacts">The hashes of every contact known of the person; may be empty when <paramref name="Customer"/> is given.</param>
/// <param name="Store">The shop of <paramref name="Customer"/>; null: every store.</param>
/// <param name="Customer">The customer's number in the shop; null where the platform has none.</param>
/// <param name="By">Who asked, for the history.</param>
public sealed record Erasure(IReadOnlyCollection<ContactHash> Contacts, StoreKey? Store, string? Customer, string By);
