using CustomerRadar.Core.Invitations;

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
}
