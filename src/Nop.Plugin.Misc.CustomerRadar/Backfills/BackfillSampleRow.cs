namespace Nop.Plugin.Misc.CustomerRadar.Backfills;

/// <summary>One of what was found.</summary>
/// <param name="Order">The order's number, as the customer has it.</param>
/// <param name="OccurredAt">When it happened, in the zone of the store's connection.</param>
/// <param name="IsInvited">True: it is passed over.</param>
public sealed record BackfillSampleRow(string Order, DateTimeOffset OccurredAt, bool IsInvited);
