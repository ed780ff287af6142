using Nop.Plugin.Misc.CustomerRadar.Infrastructure.Texts;

namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure;

/// <summary>The plugin's texts, a group for each part of the page.</summary>
internal static class PluginTexts
{
    /// <summary>The key of the permission's name.</summary>
    public const string PermissionKey = "Security.Permission." + CustomerRadarDefaults.ConfigurePermission;

    private static readonly IEnumerable<PageText>[] Groups =
    [
        PageTexts.All,
        SendingTexts.All,
        ConnectionTexts.All,
        RuleTexts.All,
        TokenTexts.All,
        StatusTexts.All,
        RuleFileTexts.All,
        AlertTexts.All,
        NoteTexts.All,
        BackfillTexts.All,
        OptOutTexts.All,
        UninstallTexts.All,
    ];

    /// <summary>All texts, in English.</summary>
    public static IDictionary<string, string> English { get; } = All();

    private static Dictionary<string, string> All()
    {
        var texts = Groups.SelectMany(group => group).ToDictionary(text => CustomerRadarDefaults.LocalePrefix + text.Key, text => text.Text);
        texts.Add(PermissionKey, "Customer Radar. Configure");
        return texts;
    }
}
