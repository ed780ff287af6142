namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure.Texts;

/// <summary>The send rule.</summary>
internal static class RuleTexts
{
    public static IReadOnlyList<PageText> All { get; } =
    [
        .. PageText.Field("RuleIsOwn", "This store has its own rule", "While it is switched on, it serves this store in place of the rule for all stores. Unticking deletes it; invitations that wait under it are cancelled."),
        .. PageText.Field("RuleEnabled", "Invite after payment", "Every order that is paid from now on becomes one invitation. Switched off, waiting invitations are held."),
        .. PageText.Field("Waiting", "Waiting invitations", "What becomes of the invitations that wait under this rule when you change the delay."),
        .. PageText.Field("DelayDays", "Delay, days", "How many calendar days after the payment the invitation is sent, 0 to 365."),
        .. PageText.Field("DelayHours", "Delay, hours", "How many hours besides the days, 0 to 23."),
        .. PageText.Field("Contact", "Contact", "Which contact the programme at Customer Radar needs. An order without it is skipped, with that reason."),
        .. PageText.Field("ForeignNumbers", "Foreign mobile numbers", "Sends mobile numbers of other countries too, with their country code."),
        .. PageText.Field("Programme", "Programme id", "The programme whose questions are asked (programmeDisplayId)."),
        .. PageText.Field("Location", "Location id", "The location that the feedback is about (locationDisplayId)."),
        .. PageText.Field("Pom", "POM id", "The point of measure (pomDisplayId); only for a location that has two or more."),
        .. PageText.Field("Metadata", "Metadata", "One pair a line: key = value. The key must match your programme's settings at Customer Radar in case and spelling; the value mixes text and tokens. A pair whose tokens are empty for an order is left out. First and last name need no line: they are always sent when the order has them."),
        new("Rule", "Send rule"),
        new("Contact.EmailOrMobile", "E-mail or mobile, whichever is known"),
        new("Contact.Email", "E-mail"),
        new("Contact.Mobile", "Mobile"),
        new("Contact.EmailAndMobile", "E-mail and mobile"),
        new("NotServed", "The rule for all stores does not serve these stores, since their client id is another one. Give them rules of their own:"),
        new("RuleIsByJson", "This rule says more than the form has fields for: filters, a send window, rows of locations or the like. Here you can switch it on and off."),
        new("RuleIsUnreadable", "The stored rule cannot be read, see below. Nothing is invited by it, and what waits is held until it can be read again."),
        new("Waiting.Choose", "Only when you change the delay: choose"),
        new("Waiting.Move", "They get the new due time"),
        new("Waiting.Keep", "They keep their due time"),
        new("Waiting.Count", "invitations wait under this rule."),
    ];
}
