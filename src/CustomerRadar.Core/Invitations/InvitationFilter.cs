using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Invitations;

/// <summary>Which rows a list shows; null members do not filter.</summary>
/// <param name="State">Only this state.</param>
/// <param name="Subject">Only this subject.</param>
/// <param name="Store">Only this store.</param>
/// <param name="Rule">Only this rule.</param>
public sealed record InvitationFilter(InvitationState? State = null, SubjectKey? Subject = null, StoreKey? Store = null, RuleKey? Rule = null);
