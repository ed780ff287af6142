using CustomerRadar.Jobs.Internal;

namespace CustomerRadar.Jobs.Tests.Internal;

internal sealed class DispatchScheduleTests
{
    [TestCase(1, "*/1 * * * * *")]
    [TestCase(20, "*/20 * * * * *")]
    [TestCase(60, "*/1 * * * *")]
    [TestCase(300, "*/5 * * * *")]
    [TestCase(3600, "0 * * * *")]
    public void Cron_PossibleInterval_FiresAsOften(int seconds, string cron)
    {
        var interval = TimeSpan.FromSeconds(seconds);

        Assert.Multiple(() =>
        {
            Assert.That(DispatchSchedule.IsPossible(interval), Is.True);
            Assert.That(DispatchSchedule.Cron(interval), Is.EqualTo(cron));
        });
    }

    [TestCase(0)]
    [TestCase(0.5)]
    [TestCase(1.5)]
    [TestCase(7)]
    [TestCase(90)]
    [TestCase(420)]
    [TestCase(7200)]
    public void IsPossible_NoWholePartOfAMinuteOrHour_IsFalse(double seconds) =>
        Assert.That(DispatchSchedule.IsPossible(TimeSpan.FromSeconds(seconds)), Is.False);
}
