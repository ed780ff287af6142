using System.Globalization;

namespace CustomerRadar.Jobs.Internal;

/// <summary>The sweep's interval as the cron expression that Hangfire wants; six fields when it is shorter than a minute.</summary>
internal static class DispatchSchedule
{
    public static bool IsPossible(TimeSpan interval) =>
        interval >= TimeSpan.FromSeconds(1)
        && interval <= TimeSpan.FromHours(1)
        && (interval < TimeSpan.FromMinutes(1)
            ? TimeSpan.TicksPerMinute % interval.Ticks == 0 && interval.Ticks % TimeSpan.TicksPerSecond == 0
            : TimeSpan.TicksPerHour % interval.Ticks == 0 && interval.Ticks % TimeSpan.TicksPerMinute == 0);

    public static string Cron(TimeSpan interval) => interval switch
    {
        _ when interval < TimeSpan.FromMinutes(1) => string.Create(CultureInfo.InvariantCulture, $"*/{(int)interval.TotalSeconds} * * * * *"),
        _ when interval < TimeSpan.FromHours(1) => string.Create(CultureInfo.InvariantCulture, $"*/{(int)interval.TotalMinutes} * * * *"),
        _ => "0 * * * *",
    };
}
