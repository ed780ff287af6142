using CustomerRadar.Core.Pauses;

namespace CustomerRadar.Core.Invitations;

/// <summary>How long a row waits after trouble, and when it gives up. Pure.</summary>
public static class RetrySchedule
{
    /// <summary>The first wait.</summary>
    public static readonly TimeSpan First = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>A row that has been in trouble without a break for so long is Failed, and so is one that an outage has held for so long.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(72);

    /// <summary>One minute, doubling to six hours, each stretched by up to a quarter so that rows of one outage do not come back together.</summary>
    /// <param name="retries">Waits so far, from 0.</param>
    /// <param name="jitter">0 to 1.</param>
    public static TimeSpan Wait(int retries, double jitter)
    {
        var doubled = First * Math.Pow(2, Math.Clamp(retries, 0, 16));
        return Min(Min(doubled, Longest) * (1 + (jitter / 4)), Longest);
    }

    /// <summary>True when the row has been in trouble for too long.</summary>
    public static bool IsOver(LeasedInvitation invitation) =>
        invitation.TroubleSince is { } since && invitation.Lease.TakenAt - since >= GiveUpAfter;

    /// <summary>True when an outage has lasted, and has held the row, for so long. It does not matter then which row was the last to try.</summary>
    public static bool IsOver(LeasedInvitation invitation, Pause pause)
    {
        var latest = invitation.Lease.TakenAt - GiveUpAfter;
        return pause is { Cause: PauseCause.Trouble, Since: { } since } && since <= latest && (invitation.TroubleSince ?? invitation.DueAt) <= latest;
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
