using CustomerRadar.Jobs.Internal;

namespace CustomerRadar.Jobs.Tests.Internal;

internal sealed class WorkScheduleTests
{
    [TestCase(1, "* * * * *")]
    [TestCase(5, "*-59/5 * * * *")]
    [TestCase(7, "*-59/6 * * * *", Description = "Cron counts whole parts of an hour: the next shorter one.")]
    [TestCase(30, "*-59/30 * * * *")]
    [TestCase(59, "*-59/30 * * * *")]
    [TestCase(60, "* * * * *")]
    [TestCase(90, "* * * * *")]
    [TestCase(180, "* *-23/3 * * *")]
    [TestCase(1439, "* *-23/12 * * *")]
    [TestCase(1440, "* * * * *")]
    public void Cron_OfEachInterval_IsItsShape(int minutes, string shape)
    {
        var fields = WorkSchedule.Cron("reconcile", TimeSpan.FromMinutes(minutes)).Split(' ');

        // Where the work's own minute or hour stands, the shape shows a star.
        Assert.That(string.Join(' ', fields.Select(field => field.Contains('/') ? "*" + field[field.IndexOf('-')..] : "*")), Is.EqualTo(shape));
    }

    [TestCase(60, 1)]
    [TestCase(1440, 2)]
    public void Cron_OfAnHourOrADay_NamesMinuteAndHour(int minutes, int numbers) =>
        Assert.That(WorkSchedule.Cron("reconcile", TimeSpan.FromMinutes(minutes)).Split(' ').Count(field => field != "*"), Is.EqualTo(numbers));

    [Test]
    public void Cron_TwoWorks_ComeAtDifferentMinutesAndAlwaysAtTheSame() => Assert.Multiple(() =>
    {
        Assert.That(WorkSchedule.Cron("reconcile", TimeSpan.FromHours(1)), Is.EqualTo("13 * * * *"));
        Assert.That(WorkSchedule.Cron("retention", TimeSpan.FromHours(1)), Is.Not.EqualTo("13 * * * *"));
    });
}
