using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Periodic;

/// <summary>A range of the past that the merchant wants invited, the newest first.</summary>
/// <param name="Store">Of which store.</param>
/// <param name="Rule">Under which rule; its trigger says what is looked for, its active-from does not count.</param>
/// <param name="From">From this instant on.</param>
/// <param name="Until">Before this instant.</param>
/// <param name="PerHour">The most invitations an hour, 1 to 3,600; they are spread over it.</param>
/// <param name="Expected">How many interactions the range held when it was asked for, for the progress.</param>
/// <param name="By">Who asked.</param>
public sealed record BackfillPlan(StoreKey Store, RuleKey Rule, DateTimeOffset From, DateTimeOffset Until, int PerHour, int Expected, string By);
