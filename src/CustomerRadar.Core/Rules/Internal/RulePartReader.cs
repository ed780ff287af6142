using System.Globalization;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Metadata;

namespace CustomerRadar.Core.Rules.Internal;

/// <summary>
/// Reads the parts of a rule from its document. A part with a fault still gives something, so that the parts after it keep their places; the
/// fault keeps the rule from being used.
/// </summary>
internal static class RulePartReader
{
    private const string TimeOfDay = "HH:mm";

    public static SendDelay Delay(DocumentObject? json)
    {
        if (json is null)
            return SendDelay.None;
        var days = json.Number("days", 0, SendDelay.MaximumDays, otherwise: 0);
        var (hours, minutes) = (json.Number("hours", 0, 24, otherwise: 0), json.Number("minutes", 0, 59, otherwise: 0));
        if (hours == 24 && minutes > 0)
            json.Fault("minutes", "must be 0 beside 24 hours: use a day.");
        json.Done();
        return new SendDelay(days, TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(minutes));
    }

    public static SendWindow Window(DocumentObject json)
    {
        var window = new SendWindow(
            json.Choices<DayOfWeek>("days").ToHashSet(),
            json.Parsed("from", Time),
            json.Parsed("to", Time));
        json.Done();
        return window;
    }

    public static RuleFilter Filter(DocumentObject json)
    {
        var filter = new RuleFilter(json.Required("field") ?? "", json.Choice<FilterTest>("test"), json.Texts("values"));
        json.Done();
        return filter;
    }

    public static ConsentNeed Consent(DocumentObject json)
    {
        var consent = new ConsentNeed(json.Required("field") ?? "", json.Texts("values"));
        json.Done();
        return consent;
    }

    public static FrequencyCap Cap(DocumentObject json)
    {
        var cap = new FrequencyCap(json.RequiredNumber("days", 1, FrequencyCap.MaximumDays));
        json.Done();
        return cap;
    }

    public static ProgrammeRow ProgrammeRow(DocumentObject json)
    {
        var row = new ProgrammeRow(
            json.Required("field") ?? "", json.Required("value") ?? "", json.Parsed("programmeDisplayId", ProgrammeDisplayId.Parse));
        json.Done();
        return row;
    }

    public static LocationRow LocationRow(DocumentObject json)
    {
        var row = new LocationRow(json.Required("field") ?? "", json.Required("value") ?? "", TargetMembers(json));
        json.Done();
        return row;
    }

    public static LocationTarget Target(DocumentObject json)
    {
        var target = TargetMembers(json);
        json.Done();
        return target;
    }

    public static MetadataRow MetadataRow(DocumentObject json)
    {
        var row = new MetadataRow(json.Required("key") ?? "", MetadataTemplate.Parse(json.Required("value") ?? ""));
        json.Done();
        return row;
    }

    public static DateTimeOffset Instant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw new FormatException("must be a date and time such as 2026-03-01T00:00:00Z.");

    private static TimeOnly Time(string text) =>
        // 24:00 is how people write the end of a day.
        TimeOnly.TryParseExact(text == "24:00" ? "00:00" : text, TimeOfDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new FormatException("must be a time of day such as 09:00.");

    private static LocationTarget TargetMembers(DocumentObject json) => new(
        json.Parsed("locationDisplayId", LocationDisplayId.Parse),
        json.Parsed<PomDisplayId?>("pomDisplayId", text => PomDisplayId.Parse(text), required: false));
}
