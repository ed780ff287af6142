using System.Text.RegularExpressions;
using Nop.Plugin.Misc.CustomerRadar.Infrastructure;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Infrastructure;

/// <summary>A key without a text would be shown to the merchant as it stands.</summary>
public sealed partial class PluginTextsTests
{
    [Test]
    public void English_EveryKeyInAView_HasAText()
    {
        var views = Directory.GetFiles(Path.Combine(Repository.Root, "src", "Nop.Plugin.Misc.CustomerRadar", "Views"), "*.cshtml");
        var keys = views.SelectMany(view => TextKey().Matches(File.ReadAllText(view)).Select(match => match.Groups["key"].Value)).ToList();

        Assert.That(keys, Is.Not.Empty);
        Assert.That(keys.Except(PluginTexts.English.Keys), Is.Empty);
    }

    [GeneratedRegex("""T\("(?<key>Plugins\.[^"]+)"[,)]""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TextKey();
}
