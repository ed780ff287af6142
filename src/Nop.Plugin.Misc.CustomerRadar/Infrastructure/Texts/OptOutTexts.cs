namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure.Texts;

/// <summary>Who must not be invited.</summary>
internal static class OptOutTexts
{
    public static IReadOnlyList<PageText> All { get; } =
    [
        new("OptOuts", "Opt-outs"),
        new("OptOuts.Hint", "Who must never be invited, in any store: one e-mail address or phone number a line. Only unreadable marks of them are kept, so the list cannot be shown. Whoever is on it with one of the contacts of an order is not invited over another."),
        new("OptOuts.Add", "Never invite"),
        new("OptOuts.TakeBack", "Invite again"),
        new("OptOuts.Added", "Contacts: {0}. New on the list: {1}."),
        new("OptOuts.TakenBack", "Contacts: {0}. Taken off the list: {1}."),
        new("OptOuts.WrongLines", "Neither an e-mail address nor a phone number, line: {0}. Nothing was changed."),
        new("OptOuts.TooMany", "There are {0} contacts; {1} are the most at once. Nothing was changed."),
        new("OptOuts.File", "Read a text or CSV file into the field: one contact a line, or columns named Email and Phone"),
        new("OptOuts.FileTooLarge", "The file is too large; 1 MB is the most."),
        new("OptOuts.None", "There is no contact."),
    ];
}
