namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure.Texts;

/// <summary>What is wrong at the moment, and who is told: the page, System > Warnings and the letter.</summary>
internal static class AlertTexts
{
    public static IReadOnlyList<PageText> All { get; } =
    [
        .. PageText.Field("AlertMails", "Mail alerts", "Sends an e-mail when something needs you: a refused log-in, a wrong address, refused ids, an outage of more than an hour, failed or unconfirmed invitations. Once, and again every 24 hours while it lasts."),
        .. PageText.Field("AlertMailsTo", "To whom", "E-mail addresses, separated by commas or semicolons. Empty: the address of the store's default e-mail account."),
        .. PageText.Field("OrderNotes", "Order notes", "Puts a note on the order when Customer Radar has accepted its invitation, when it failed, and when its answer was lost. Customers do not see it."),
        new("Alerts.Settings", "Alert e-mails and order notes"),
        new("Alerts.None", "Nothing needs you at the moment."),
        new("Alerts.Since", "Since {0}."),
        new("Alerts.Changed", "Since {0}, changed {1} times."),
        new("Alerts.Check", "Check now"),
        new("Alerts.Check.Hint", "Alerts are looked after every five minutes. This does it at once."),
        new("Alerts.Check.Begun", "Checking. Reload the page in a moment."),
        new("Alerts.Unreadable", "Customer Radar: the open alerts cannot be read at the moment; System > Log says why."),
        new("Mail.Subject", "{0}, Customer Radar: {1}"),
        new("Mail.Intro", "The Customer Radar plugin of {0} needs you."),
        new("Mail.What", "What:"),
        new("Mail.Where", "Where:"),
        new("Mail.Everywhere", "the whole shop"),
        new("Mail.Since", "Since:"),
        new("Mail.Advice", "What to do:"),
        new("Mail.Again", "While this lasts, you are told again every 24 hours. The address above has the switch, and says who gets these e-mails. Orders are not affected."),
    ];
}
