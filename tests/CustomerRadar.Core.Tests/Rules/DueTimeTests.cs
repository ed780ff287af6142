using System.Globalization;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Tests.Rules;

public sealed class DueTimeTests
{
    // occurred (UTC), days, time, zone, due (UTC)
    [TestCase("2026-03-02T10:00Z", 0, "00:00", "UTC", "2026-03-02T10:00Z", TestName = "No delay: due at once")]
    [TestCase("2026-03-02T10:00Z", 0, "02:30", "Europe/Berlin", "2026-03-02T12:30Z", TestName = "Hours are exact")]
    [TestCase("2026-03-28T10:00Z", 1, "00:00", "UTC", "2026-03-29T10:00Z", TestName = "A day in UTC is 24 hours")]
    [TestCase("2026-03-28T10:00Z", 1, "00:00", "Europe/Berlin", "2026-03-29T09:00Z", TestName = "A day over the spring change keeps the wall clock")]
    [TestCase("2026-10-24T10:00Z", 1, "00:00", "Europe/Berlin", "2026-10-25T11:00Z", TestName = "A day over the autumn change keeps the wall clock")]
    [TestCase("2026-03-28T01:30Z", 1, "00:00", "Europe/Berlin", "2026-03-29T01:00Z", TestName = "A skipped local time (02:30) moves to the next valid one (03:00)")]
    [TestCase("2026-10-24T00:30Z", 1, "00:00", "Europe/Berlin", "2026-10-25T00:30Z", TestName = "Of a doubled local time (02:30) the first is taken")]
    [TestCase("2026-09-26T02:15+12:00", 1, "00:00", "Pacific/Auckland", "2026-09-26T14:00Z", TestName = "New Zealand: 02:15 is skipped, 03:00 is taken")]
    [TestCase("2026-10-03T02:10+10:30", 1, "00:00", "Australia/Lord_Howe", "2026-10-03T15:30Z", TestName = "Lord Howe changes by half an hour: 02:10 becomes 02:30")]
    [TestCase("2026-03-28T10:00Z", 1, "03:00", "Europe/Berlin", "2026-03-29T12:00Z", TestName = "Days first, then exact hours")]
    [TestCase("2024-02-28T12:00Z", 1, "00:00", "UTC", "2024-02-29T12:00Z", TestName = "Leap day")]
    public void Of_CasesOfTheDocumentation(string occurred, int days, string time, string zone, string due) =>
        Assert.That(
            DueTime.Of(At(occurred), new SendDelay(days, TimeSpan.Parse(time, CultureInfo.InvariantCulture)), TimeZoneInfo.FindSystemTimeZoneById(zone)),
            Is.EqualTo(At(due)));

    [Test]
    public void Of_EveryHourOfAYear_IsNeverBeforeTheInteraction(
        [Values("Pacific/Auckland", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca")] string zoneId,
        [Values(0, 1, 30)] int days)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        for (var at = At("2026-01-01T00:30Z"); at < At("2027-01-01T00:00Z"); at = at.AddHours(1))
            Assert.That(DueTime.Of(at, new SendDelay(days, TimeSpan.Zero), zone), Is.GreaterThanOrEqualTo(at));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
