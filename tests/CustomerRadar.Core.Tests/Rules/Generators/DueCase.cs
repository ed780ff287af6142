using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Tests.Rules.Generators;

/// <summary>Something that happened, and what a rule says about when to invite.</summary>
public sealed record DueCase(DateTimeOffset OccurredAt, SendDelay Delay, SendWindow Window, TimeZoneInfo Zone)
{
    public DateTimeOffset Delayed => DueTime.Of(OccurredAt, Delay, window: null, Zone);

    public DateTimeOffset Due => DueTime.Of(OccurredAt, Delay, Window, Zone);

    public override string ToString() =>
        $"{OccurredAt:O} + {Delay.Days} d {Delay.Time} in {string.Join(',', Window.Days.Order())} {Window.From:HH:mm}-{Window.To:HH:mm} ({Zone.Id})";
}
