namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure.Texts;

/// <summary>What an uninstall leaves.</summary>
internal static class UninstallTexts
{
    public static IReadOnlyList<PageText> All { get; } =
    [
        .. PageText.Field("KeepInvitedOnUninstall", "Keep the list of invitations on uninstall", "Keeps the list of who was invited and its history (the tables CustomerRadar_*), so that a later install invites nobody twice. Everything else goes in any case: settings, password, rule, jobs, texts. Invitations that still wait are cancelled."),
        new("Uninstall", "Uninstall"),
    ];
}
