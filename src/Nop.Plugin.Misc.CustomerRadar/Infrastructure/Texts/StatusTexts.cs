namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure.Texts;

/// <summary>What became of the invitations, and what was missed.</summary>
internal static class StatusTexts
{
    public static IReadOnlyList<PageText> All { get; } =
    [
        new("Status", "Status"),
        new("NoInvitations", "No invitations yet."),
        new("State.Pending", "Wait for their due time, or for another try."),
        new("State.Sending", "Are being sent this very moment."),
        new("State.Accepted", "Customer Radar has taken them."),
        new("State.Skipped", "Were not sent, and say why: no contact, a filter, an opt-out …"),
        new("State.Failed", "Customer Radar refused them, or took nothing for 72 hours."),
        new("State.Unconfirmed", "They left, and the answer was lost. Never sent again by themselves."),
        new("State.Cancelled", "The order was cancelled, refunded or deleted before they were sent, or their rule was deleted."),
        new("LookForMissed", "Look for missed orders now"),
        new("LookForMissed.Hint", "Orders whose event was lost, for example while the database was busy, are looked for every hour. This does it at once."),
        new("LookForMissed.Begun", "Looking. Orders without an invitation get one within a minute or two."),
    ];
}
