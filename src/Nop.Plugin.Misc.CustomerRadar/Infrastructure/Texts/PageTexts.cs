namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure.Texts;

/// <summary>The page as a whole: its title, what it says after a save, what is wrong with it.</summary>
internal static class PageTexts
{
    public static IReadOnlyList<PageText> All { get; } =
    [
        new("Title", "Customer Radar"),
        new("Menu", "Customer Radar"),
        new("Instructions", "Every paid order becomes one feedback invitation at Customer Radar, by e-mail or SMS. Type in what Customer Radar support gave you, test the connection, fill in the send rule, and switch it on."),
        new("NotWorking", "The plugin is not working at the moment; System > Log says why. Orders are not affected."),
        new("Asking", "Asking…"),
        new("Saved", "Saved."),
        new("Save.Hint", "Saves everything above. The parts below work by themselves, and are not saved by this."),
        new("Unsaved", "What you typed above and did not save is lost by this, since the page is loaded anew. Go on all the same?"),
        new("NotSaved", "Nothing was saved: please correct the fields that are marked."),
        new("OtherScope", "Nothing was saved: another store was chosen in the meantime, in another window. Choose the former one there again, or reload this page."),
    ];
}
