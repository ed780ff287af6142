using System.Globalization;

namespace CustomerRadar.Jobs.Internal;

/// <summary>
/// The interval of periodic work as the cron expression that Hangfire wants, in UTC. Cron counts whole parts of an hour or a day only, so
/// the next shorter one is taken. Works of one interval come at different minutes, so that they do not fill all workers at once.
/// </summary>
internal static class WorkSchedule
{
    private static readonly int[] Minutes = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30];
    private static readonly int[] Hours = [1, 2, 3, 4, 6, 8, 12, 24];

    public static string Cron(string name, TimeSpan interval)
    {
        var spread = Spread(name);
        if (interval < TimeSpan.FromHours(1))
        {
            var every = Minutes.Last(minutes => minutes == 1 || minutes <= interval.TotalMinutes);
            return every == 1 ? "* * * * *" : Text($"{spread % every}-59/{every} * * * *");
        }

        var hours = Hours.Last(count => count == 1 || count <= interval.TotalHours);
        var minute = spread % 60;
        return hours switch
        {
            1 => Text($"{minute} * * * *"),
            24 => Text($"{minute} {spread / 60 % 24} * * *"),
            _ => Text($"{minute} {spread / 60 % hours}-23/{hours} * * *"),
        };
    }

    // The same in every process and version, which string.GetHashCode is not.
    private static int Spread(string name) => (int)(name.Aggregate(17u, (sum, letter) => unchecked((sum * 31) + letter)) % 86_400);

    private static string Text(FormattableString cron) => cron.ToString(CultureInfo.InvariantCulture);
}
