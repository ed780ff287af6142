using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Pauses;

namespace CustomerRadar.Core.Tests.Invitations;

public sealed class RetryScheduleTests
{
    [TestCase(0, 1)]
    [TestCase(1, 2)]
    [TestCase(2, 4)]
    [TestCase(8, 256)]
    [TestCase(9, 360)]
    [TestCase(1000, 360)]
    public void Wait_WithoutJitter_DoublesFromAMinuteToSixHours(int retries, double minutes) =>
        Assert.That(RetrySchedule.Wait(retries, jitter: 0), Is.EqualTo(TimeSpan.FromMinutes(minutes)));

    [Test]
    public void Wait_WithJitter_StaysWithinAQuarterAndSixHours([Range(0, 12)] int retries, [Values(0, 0.3, 1)] double jitter) =>
        Assert.That(
            RetrySchedule.Wait(retries, jitter),
            Is.InRange(RetrySchedule.Wait(retries, 0), TimeSpan.FromTicks(Math.Min((RetrySchedule.Wait(retries, 0) * 1.25).Ticks, RetrySchedule.Longest.Ticks))));

    [TestCase(PauseCause.Trouble, 72, 72, true)]
    [TestCase(PauseCause.Trouble, 71.9, 80, false, Description = "The outage has not lasted so long: the row waited for something else before.")]
    [TestCase(PauseCause.Trouble, 80, 71.9, false, Description = "The row fell due during the outage, or was tried again by hand.")]
    [TestCase(PauseCause.LogIn, 80, 80, false, Description = "A refused log-in waits for the merchant, however long that takes.")]
    [TestCase(PauseCause.Address, 80, 80, false)]
    [TestCase(PauseCause.Configuration, 80, 80, false)]
    [TestCase(PauseCause.Operator, 80, 80, false)]
    public void IsOver_HeldByAPause_OnlyWhenAnOutageHasLastedAndHeldTheRowForThreeDays(PauseCause cause, double closed, double due, bool expected)
    {
        var now = Some.Leased.Lease.TakenAt;
        var pause = new Pause { Scope = PauseScope.Of(Some.Connection.Key), Cause = cause, Since = now.AddHours(-closed), ClosedUntil = now.AddHours(1) };
        Assert.That(RetrySchedule.IsOver(Some.Leased with { DueAt = now.AddHours(-due) }, pause), Is.EqualTo(expected));
        Assert.That(RetrySchedule.IsOver(Some.Leased with { DueAt = now, TroubleSince = now.AddHours(-due) }, pause), Is.EqualTo(expected), "a row that was the last to try");
    }
}
