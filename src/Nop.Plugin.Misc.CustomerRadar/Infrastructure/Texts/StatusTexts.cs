namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure.Texts;

/// <summary>What became of the invitations, and what was missed.</summary>
internal static class StatusTexts
{
    public static IReadOnlyList<PageText> All { get; } =
    [
        new("Status", "Status"),
        new("NoInvitations", "No invitations yet."),
        new("LookForMissed", "Look for missed orders now"),
        new("LookForMissed.Hint", "Orders whose event was lost, for example while the database was busy, are looked for every hour. This does it at once."),
        new("LookForMissed.Begun", "Looking. Orders without an invitation get one within a minute or two."),
    ];
}
