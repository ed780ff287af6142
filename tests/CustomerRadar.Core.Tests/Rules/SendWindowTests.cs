using System.Globalization;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Tests.Rules;

public sealed class SendWindowTests
{
    // In Berlin: 2026-03-06 is a Friday, clocks go forward on Sunday 2026-03-29 and back on Sunday 2026-10-25.
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    // days, from, to, now in Berlin, next opening in UTC
    [TestCase("Friday", "09:00", "18:00", "2026-03-06T10:00+01:00", "2026-03-06T09:00Z", TestName = "Open: now")]
    [TestCase("Friday", "09:00", "18:00", "2026-03-07T10:00+01:00", "2026-03-13T08:00Z", TestName = "One weekday: a week later")]
    [TestCase("Friday", "22:00", "02:00", "2026-03-07T01:59+01:00", "2026-03-07T00:59Z", TestName = "Over midnight: open on the day after")]
    [TestCase("Friday", "22:00", "02:00", "2026-03-07T02:00+01:00", "2026-03-13T21:00Z", TestName = "Over midnight: its end is outside")]
    [TestCase("Friday", "22:00", "02:00", "2026-03-06T01:00+01:00", "2026-03-06T21:00Z", TestName = "Over midnight: the night before is not Friday's")]
    [TestCase("Friday", "09:00", "00:00", "2026-03-06T23:59+01:00", "2026-03-06T22:59Z", TestName = "Until midnight")]
    [TestCase("Friday", "09:00", "00:00", "2026-03-07T00:00+01:00", "2026-03-13T08:00Z", TestName = "Until midnight, and not a moment longer")]
    [TestCase("Friday", "00:00", "00:00", "2026-03-06T12:00+01:00", "2026-03-06T11:00Z", TestName = "The same twice: the whole day")]
    [TestCase("Sunday", "02:30", "06:00", "2026-03-29T00:00+01:00", "2026-03-29T01:00Z", TestName = "Opening skipped by daylight saving: when the clocks show 03:00")]
    [TestCase("Sunday", "02:10", "02:40", "2026-03-29T00:00+01:00", "2026-04-05T00:10Z", TestName = "Window skipped by daylight saving: a week later")]
    [TestCase("Sunday", "02:30", "06:00", "2026-10-25T00:00+02:00", "2026-10-25T00:30Z", TestName = "Opening doubled: the first")]
    [TestCase("Sunday", "02:30", "06:00", "2026-10-25T02:15+01:00", "2026-10-25T01:30Z", TestName = "Between the two openings: the second")]
    [TestCase("Sunday", "01:00", "02:30", "2026-10-25T02:45+02:00", "2026-10-25T01:00Z", TestName = "Clocks go back into the window: at that moment")]
    public void NextOpening_CasesOfTheDocumentation(string day, string from, string to, string now, string opening)
    {
        var window = new SendWindow(new HashSet<DayOfWeek> { Enum.Parse<DayOfWeek>(day) }, Time(from), Time(to));
        Assert.That(window.NextOpening(At(now), Berlin), Is.EqualTo(At(opening)));
    }

    [Test]
    public void NextOpening_NoDays_Throws() =>
        Assert.That(
            () => new SendWindow(new HashSet<DayOfWeek>(), Time("09:00"), Time("18:00")).NextOpening(At("2026-03-06T10:00Z"), Berlin),
            Throws.InvalidOperationException);

    [TestCase("Monday,Friday", "09:00", true)]
    [TestCase("Friday,Monday", "09:00", true)]
    [TestCase("Monday", "09:00", false)]
    [TestCase("Monday,Friday", "09:01", false)]
    public void Equals_GoesByDaysAndHours(string days, string from, bool same) =>
        Assert.That(Window(days, from) == Window("Monday,Friday", "09:00"), Is.EqualTo(same));

    private static SendWindow Window(string days, string from) =>
        new(days.Split(',').Select(Enum.Parse<DayOfWeek>).ToHashSet(), Time(from), Time("18:00"));

    private static TimeOnly Time(string text) => TimeOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
