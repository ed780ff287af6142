namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure.Texts;

/// <summary>The notes on orders.</summary>
internal static class NoteTexts
{
    public static IReadOnlyList<PageText> All { get; } =
    [
        new("Notes.Accepted", "Customer Radar accepted the feedback invitation (reference {0})."),
        new("Notes.AcceptedWithoutReference", "The feedback invitation counts as accepted by Customer Radar. {0}"),
        new("Notes.Failed", "The feedback invitation to Customer Radar failed. {0}"),
        new("Notes.Unconfirmed", "It is not known whether Customer Radar took the feedback invitation; it is not sent again by itself. {0}"),
    ];
}
