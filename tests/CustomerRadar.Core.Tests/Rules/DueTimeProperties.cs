using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Tests.Rules.Generators;
using FsCheck.NUnit;

namespace CustomerRadar.Core.Tests.Rules;

/// <summary>What holds for every due time, over many zones and the nights on which their clocks jump.</summary>
[Properties(Arbitrary = [typeof(Generated)], MaxTest = 1000)]
public sealed class DueTimeProperties
{
    [Property]
    public void Due_IsNeverBeforeTheInteraction(DueCase given) => Assert.That(given.Due, Is.GreaterThanOrEqualTo(given.OccurredAt));

    [Property]
    public void Due_IsNeverOutsideTheWindow(DueCase given) => Assert.That(ShowsATimeInside(given.Window, given.Due, given.Zone), Is.True);

    // Fewer, since each walks the minutes of days.
    [Property(MaxTest = 100)]
    public void Due_IsTheFirstMinuteInsideTheWindow(DueCase given) => Assert.That(FirstMinute(given), Is.EqualTo(given.Due));

    [Property]
    public void Due_OnANightOfAChange_IsTheFirstMinuteInsideTheWindow(DueNight night) => Assert.That(FirstMinute(night.Case), Is.EqualTo(night.Case.Due));

    [Property]
    public void Due_SameInput_IsTheSame(DueCase given) =>
        Assert.That(DueTime.Of(given.OccurredAt.ToOffset(TimeSpan.FromHours(3)), given.Delay, given.Window with { }, given.Zone), Is.EqualTo(given.Due));

    [Property]
    public void Delay_OfDays_KeepsTheWallClockUnlessItIsSkipped(DueCase given)
    {
        var wanted = TimeZoneInfo.ConvertTime(given.OccurredAt, given.Zone).DateTime.AddDays(given.Delay.Days);
        var got = TimeZoneInfo.ConvertTime(DueTime.Of(given.OccurredAt, new SendDelay(given.Delay.Days, TimeSpan.Zero), window: null, given.Zone), given.Zone).DateTime;
        // The longest gap of these zones is an hour.
        Assert.That(got, Is.EqualTo(wanted).Or.GreaterThan(wanted).And.LessThanOrEqualTo(wanted.AddHours(1)));
    }

    [Property]
    public void EndOfDay_IsTheFirstInstantOfTheNextDate(DueCase given)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(given.OccurredAt, given.Zone).DateTime);
        var end = DueTime.EndOfDay(day, given.Zone);
        Assert.That((Date(end, given.Zone), Date(end.AddTicks(-1), given.Zone)), Is.EqualTo((day.AddDays(1), day)));
    }

    private static DateTimeOffset FirstMinute(DueCase given)
    {
        var minute = given.Delayed;
        while (minute < given.Due && !ShowsATimeInside(given.Window, minute, given.Zone))
            minute = minute.AddMinutes(1);
        return minute;
    }

    private static DateOnly Date(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    // Written anew, as the documentation has it: what the clocks show, and nothing else.
    private static bool ShowsATimeInside(SendWindow window, DateTimeOffset at, TimeZoneInfo zone)
    {
        var shown = TimeZoneInfo.ConvertTime(at, zone);
        var minutes = shown.TimeOfDay;
        var (from, to) = (window.From.ToTimeSpan(), window.To.ToTimeSpan());
        var yesterday = (DayOfWeek)(((int)shown.DayOfWeek + 6) % 7);
        return to > from
            ? window.Days.Contains(shown.DayOfWeek) && minutes >= from && minutes < to
            : (window.Days.Contains(shown.DayOfWeek) && minutes >= from) || (window.Days.Contains(yesterday) && minutes < to);
    }
}
