namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure.Texts;

/// <summary>Inviting for the past.</summary>
internal static class BackfillTexts
{
    public static IReadOnlyList<PageText> All { get; } =
    [
        new("Backfill", "Invite for the past"),
        new("Backfill.About", "Invites for what happened before the rule was switched on, the newest first and spread over time. Count first: nothing is started by it. Whoever was invited for an order, or is about to be, is passed over; the rule's filters and consent, and opt-outs, count as always."),
        new("Backfill.NoRule", "No rule is switched on for a store that has a connection."),
        new("Backfill.Rule", "Rule"),
        new("Backfill.From", "First day"),
        new("Backfill.Until", "Last day"),
        new("Backfill.PerHour", "Most invitations an hour"),
        new("Backfill.Count", "Count"),
        new("Backfill.Faulty", "Please correct the fields that are marked."),
        new("Backfill.Found", "Found: {0}."),
        new("Backfill.FoundNone", "Nothing was found in these days."),
        new("Backfill.Sample", "The newest of them, in the time zone of the store's connection"),
        new("Backfill.Order", "Order"),
        new("Backfill.OccurredAt", "Happened"),
        new("Backfill.IsInvited", "Invited already"),
        new("Backfill.PassedOver", "Yes, is passed over"),
        new("Backfill.Start", "Start"),
        new("Backfill.Confirm", "Start inviting? Found: {0}. Those that are invited already are passed over."),
        new("Backfill.Started", "Started. It goes on by itself; you may leave this page."),
        new("Backfill.Outdated", "Nothing was started: the fields have changed since you counted. This is the count now."),
        new("Backfill.Range", "Days"),
        new("Backfill.State", "State"),
        new("Backfill.State.Running", "Running"),
        new("Backfill.State.Stopped", "Stopped"),
        new("Backfill.State.Done", "Done"),
        new("Backfill.State.Failed", "Cannot go on"),
        new("Backfill.Seen", "Looked at"),
        new("Backfill.Planned", "Invitations"),
        new("Backfill.Known", "Passed over"),
        new("Backfill.Stop", "Stop"),
        new("Backfill.GoOn", "Go on"),
    ];
}
