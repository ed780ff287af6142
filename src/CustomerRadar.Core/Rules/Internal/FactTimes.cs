using System.Globalization;
using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Rules.Internal;

/// <summary>The instants that follow from the facts.</summary>
internal static class FactTimes
{
    // The outbox keeps milliseconds: what differs by less is the same instant.
    private static readonly TimeSpan SameInstant = TimeSpan.FromMilliseconds(1);

    /// <summary>When it happened, as the platform knows it now, else as the interaction said.</summary>
    public static DateTimeOffset OccurredAt(EligibilityFacts facts) => facts.Subject?.OccurredAt ?? facts.Interaction.OccurredAt;

    /// <summary>Whether the platform now knows another instant than the interaction said.</summary>
    public static bool HasMoved(EligibilityFacts facts) => (OccurredAt(facts) - facts.Interaction.OccurredAt).Duration() >= SameInstant;

    /// <summary>The first due time; for what has moved, the one that follows from its new instant. A backfill's row keeps its place in the throttle.</summary>
    public static DateTimeOffset DueAt(EligibilityFacts facts)
    {
        if (!HasMoved(facts) || facts is not { Rule: { } rule, Connection: { } connection })
            return facts.FirstDueAt;
        var due = DueTime.Of(OccurredAt(facts), rule.Delay, rule.Window, connection.TimeZone);
        return facts.Interaction.Origin == InteractionOrigin.Backfill && due < facts.FirstDueAt ? facts.FirstDueAt : due;
    }

    /// <summary>An instant as the merchant's own clocks show it.</summary>
    public static string Text(DateTimeOffset instant, EligibilityFacts facts)
    {
        var zone = facts.Connection?.TimeZone ?? TimeZoneInfo.Utc;
        return string.Create(CultureInfo.InvariantCulture, $"{WallClock.Local(instant, zone):yyyy-MM-dd HH:mm} ({zone.Id})");
    }
}
