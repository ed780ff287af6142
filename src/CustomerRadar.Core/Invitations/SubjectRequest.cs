using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Invitations;

/// <summary>What a job wants to know of a subject.</summary>
/// <param name="Store">The shop or booking source.</param>
/// <param name="Subject">The order or booking.</param>
/// <param name="Trigger">What happened to it; decides which instant the snapshot gives.</param>
/// <param name="Rule">The rule that asks, for its choice of shipment or rental; null when it was deleted.</param>
/// <param name="Fields">The names of the fields to compute; no others leave the shop.</param>
public sealed record SubjectRequest(StoreKey Store, SubjectKey Subject, Trigger Trigger, SendRule? Rule, IReadOnlySet<string> Fields);
