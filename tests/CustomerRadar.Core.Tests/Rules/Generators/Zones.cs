namespace CustomerRadar.Core.Tests.Rules.Generators;

/// <summary>Zones that have caught somebody out, and the moments at which their clocks jump.</summary>
internal static class Zones
{
    public static readonly TimeZoneInfo[] All =
    [
        .. new[]
        {
            "UTC", "Pacific/Auckland", "Europe/Berlin", "America/New_York",
            "Australia/Lord_Howe", // half an hour
            "Africa/Casablanca", // back for Ramadan
            "Europe/Dublin", // winter is the exception
            "America/Havana", // at midnight
            "America/Santiago", // 24:00 becomes 23:00
            "Africa/Cairo", // on a Friday
            "Asia/Beirut",
            "Pacific/Chatham", // +12:45
            "America/St_Johns",
            "Asia/Kolkata",
            "Pacific/Apia",
        }.Select(TimeZoneInfo.FindSystemTimeZoneById),
    ];

    private static readonly DateTimeOffset From = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, DateTimeOffset[]> Jumps = All.ToDictionary(zone => zone.Id, FindJumps);

    /// <summary>The minutes at which a zone's clocks jump, 2024 to 2028.</summary>
    public static IReadOnlyList<DateTimeOffset> JumpsOf(TimeZoneInfo zone) => Jumps[zone.Id];

    private static DateTimeOffset[] FindJumps(TimeZoneInfo zone)
    {
        var jumps = new List<DateTimeOffset>();
        for (var hour = From; hour.Year < 2029; hour = hour.AddHours(1))
        {
            if (zone.GetUtcOffset(hour) == zone.GetUtcOffset(hour.AddHours(1)))
                continue;
            jumps.Add(Enumerable.Range(1, 60).Select(minute => hour.AddMinutes(minute)).First(at => zone.GetUtcOffset(at) != zone.GetUtcOffset(hour)));
        }

        return [.. jumps];
    }
}
