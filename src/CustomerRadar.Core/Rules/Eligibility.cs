using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Rules;

/// <summary>Decides whether a row that is due is sent, from the rule, the connection and the subject as they are now. Pure.</summary>
public static class Eligibility
{
    /// <summary>How long a row waits whose rule is switched off or whose store has no connection, before it is looked at again.</summary>
    public static readonly TimeSpan HoldTime = TimeSpan.FromHours(1);

    /// <summary>The decision. The first check that does not pass gives the reason.</summary>
    /// <param name="invitation">The row in hand.</param>
    /// <param name="rule">Its rule; null when it was deleted.</param>
    /// <param name="connection">Its store's connection; null when there is none.</param>
    /// <param name="subject">Its subject; null when it does not exist any more.</param>
    public static Decision Decide(LeasedInvitation invitation, SendRule? rule, Connection? connection, SubjectSnapshot? subject)
    {
        if (invitation.CancelRequested is { } reason)
            return new Decision.Cancel(reason);
        if (rule is null)
            return new Decision.Cancel("The send rule was deleted.");
        if (subject is null)
            return new Decision.Cancel("The order or booking does not exist any more.");
        if (subject.Status == SubjectStatus.Cancelled)
            return new Decision.Cancel(subject.StatusReason ?? "The order or booking was cancelled.");
        if (!rule.Enabled)
            return new Decision.Defer(HoldTime, $"The send rule \"{rule.Name}\" is switched off.");
        if (connection is null)
            return new Decision.Defer(HoldTime, "The store has no connection to Customer Radar.");
        return new Decision.Send();
    }
}
