using Moq;
using Nop.Plugin.Misc.CustomerRadar.Infrastructure;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Controllers;

/// <summary>The plugin's texts as they are installed; another key is a failure.</summary>
internal static class EnglishTexts
{
    public static ILocalizationService Service
    {
        get
        {
            var texts = new Mock<ILocalizationService>(MockBehavior.Strict);
            texts.Setup(x => x.GetResourceAsync(It.IsAny<string>())).ReturnsAsync((string key) => PluginTexts.English[key]);
            return texts.Object;
        }
    }

    public static string Of(string key) => PluginTexts.English["Plugins.Misc.CustomerRadar." + key];
}
