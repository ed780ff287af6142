using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Storage.Tests;

internal static class Some
{
    public static readonly StoreKey Store = StoreKey.Parse("1");
    public static readonly RuleKey Rule = RuleKey.Parse("order-paid");
    public static readonly DateTimeOffset LongAgo = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(2);
    public static readonly InvitationChange Accepted = new() { State = InvitationState.Accepted, Reason = "Accepted.", Reference = "846673197418938368", Status = 200, Code = "00000" };

    public static SubjectKey Subject(int number) => SubjectKey.Parse($"order:{number}");

    public static PlannedInvitation Planned(int number, DateTimeOffset? due = null) => new(
        new Interaction(Store, Trigger.OrderPaid, Subject(number), LongAgo, InteractionOrigin.Event), Rule, ConnectionKey.Parse("store-1"), due ?? LongAgo);
}
