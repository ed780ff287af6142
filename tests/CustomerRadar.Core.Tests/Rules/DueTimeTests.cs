using System.Globalization;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Tests.Rules;

public sealed class DueTimeTests
{
    // occurred, days, time, zone, due
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
    public void Of_WithoutAWindow_CasesOfTheDocumentation(string occurred, int days, string time, string zone, string due) =>
        Assert.That(
            DueTime.Of(At(occurred), new SendDelay(days, TimeSpan.Parse(time, CultureInfo.InvariantCulture)), window: null, Zone(zone)),
            Is.EqualTo(At(due)));

    // Monday to Friday, 09:00 to 18:00 in Berlin; occurred, hours of delay, due
    [TestCase("2026-03-02T10:00Z", 0, "2026-03-02T10:00Z", TestName = "Inside the window: at once")]
    [TestCase("2026-03-02T08:00Z", 0, "2026-03-02T08:00Z", TestName = "At the opening: at once")]
    [TestCase("2026-03-02T06:30Z", 0, "2026-03-02T08:00Z", TestName = "Before the opening: that morning")]
    [TestCase("2026-03-02T17:00Z", 0, "2026-03-03T08:00Z", TestName = "At the closing: the next morning")]
    [TestCase("2026-03-02T16:59Z", 0, "2026-03-02T16:59Z", TestName = "A minute before the closing: at once")]
    [TestCase("2026-03-06T18:00Z", 0, "2026-03-09T08:00Z", TestName = "Friday evening: Monday morning")]
    [TestCase("2026-03-06T15:00Z", 4, "2026-03-09T08:00Z", TestName = "The delay first, then the window")]
    [TestCase("2026-03-27T18:00Z", 0, "2026-03-30T07:00Z", TestName = "Over the spring change: 09:00 is an hour earlier in UTC")]
    public void Of_WithAWindow_CasesOfTheDocumentation(string occurred, int hours, string due)
    {
        var window = new SendWindow(
            new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday },
            new TimeOnly(9, 0),
            new TimeOnly(18, 0));
        Assert.That(DueTime.Of(At(occurred), SendDelay.Of(TimeSpan.FromHours(hours)), window, Zone("Europe/Berlin")), Is.EqualTo(At(due)));
    }

    [TestCase("2026-03-02", "UTC", "2026-03-03T00:00Z", TestName = "A rental ends at 24:00")]
    [TestCase("2026-03-02", "Pacific/Auckland", "2026-03-02T11:00Z", TestName = "At 24:00 of the connection's zone")]
    [TestCase("2026-03-29", "Europe/Berlin", "2026-03-29T22:00Z", TestName = "On a day of 23 hours")]
    [TestCase("2026-10-25", "Europe/Berlin", "2026-10-25T23:00Z", TestName = "On a day of 25 hours")]
    [TestCase("2026-03-07", "America/Havana", "2026-03-08T05:00Z", TestName = "Where midnight is skipped, at the moment of the jump")]
    [TestCase("2026-12-31", "UTC", "2027-01-01T00:00Z", TestName = "On the last day of a year")]
    public void EndOfDay_CasesOfTheDocumentation(string day, string zone, string end) =>
        Assert.That(DueTime.EndOfDay(DateOnly.Parse(day, CultureInfo.InvariantCulture), Zone(zone)), Is.EqualTo(At(end)));

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
