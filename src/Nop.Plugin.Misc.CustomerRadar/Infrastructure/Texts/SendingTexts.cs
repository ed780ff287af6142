namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure.Texts;

/// <summary>Whether invitations are sent, and what keeps them.</summary>
internal static class SendingTexts
{
    public static IReadOnlyList<PageText> All { get; } =
    [
        .. PageText.Field("DryRun", "Dry run", "Does everything but the sending: each invitation that would go out is Skipped and says so, for good. What falls due after the dry run is sent, also for orders that were paid during it."),
        new("Sending", "Sending"),
        new("Sending.On", "Invitations are sent when they are due."),
        new("Sending.On.Others", "For the other stores, invitations are sent when they are due."),
        new("Sending.NotYet", "Nothing is sent yet: no send rule is switched on for a store that has a connection. Fill in the connection and the send rule below, tick Invite after payment, and save."),
        new("Sending.Pause", "Pause all sending"),
        new("Sending.Pause.Hint", "Nothing is sent, for any store, until somebody ends the pause here. Orders are noted down meanwhile, and what waits goes out afterwards in its order; what has been due for more than 30 days is Skipped."),
        new("Sending.GoOn", "End the pause"),
        new("Sending.TryNow", "Try again now"),
        new("Sending.Since", "Since {0}."),
        new("Sending.NextTry", "Next try at {0}."),
        new("Sending.Over", "This pause is over already. Reload the page to see how things stand."),
        new("Sending.Copy", "This looks like a copy of the shop."),
        new("Sending.Copy.Nothing", "The shop's address or its database is another one than before, so nothing is sent from here: customers of the shop must not hear from a copy. Invitations wait, none is lost."),
        new("Sending.Copy.OthersSend", "Nothing is sent from here. Within the last two minutes a server at another address, or with another name for the database, has been at work on this database or on the one that it was copied from; that one goes on."),
        new("Sending.Copy.Place", "Here: the shop {0}, the database {2} on {1}."),
        new("Sending.Copy.Advice", "If this is the shop itself, since it has moved or has been given another address, confirm it. What waits then goes out in its order."),
        new("Sending.Confirm", "This is the shop: send from here"),
        new("Sending.Confirm.Question", "Invitations that wait will be sent to customers from here. Is this the shop itself, and not a copy of it?"),
        new("Sending.DryRun", "Dry run, nothing is sent for:"),
        new("Sending.DryRun.Hint", "Invitations are Skipped when they are due, and stay so after the dry run."),
        new("Sending.Trouble", "Customer Radar cannot be reached, or does not answer usably."),
        new("Sending.LogIn", "Customer Radar refuses the log-in."),
        new("Sending.Address", "The API address is wrong."),
        new("Sending.Configuration", "Customer Radar refuses the ids of a send rule."),
        new("Sending.Operator", "Sending is paused."),
    ];
}
