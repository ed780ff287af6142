using Microsoft.Extensions.Logging;
using Nop.Core.Domain.Localization;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure;

/// <summary>Adds the texts that a new version brings. Those that are there stay as the merchant may have changed them.</summary>
public sealed partial class TextUpdate(ILocalizationService localization, StoreTables tables, ILogger<TextUpdate> log)
{
    /// <summary>Adds what is missing. It never throws: an exception in a plugin's update would keep the store from its permissions and scheduled tasks.</summary>
    public async Task RunAsync()
    {
        try
        {
            if ((await tables.ListAsync<Language>(languages => languages.OrderBy(language => language.Id).Take(1))) is not [var first])
                return;
            var missing = new Dictionary<string, string>();
            foreach (var (key, text) in PluginTexts.English)
            {
                if (string.IsNullOrEmpty(await localization.GetResourceAsync(key, first.Id, logIfNotFound: false, defaultValue: "", returnEmptyIfNotFound: true)))
                    missing.Add(key, text);
            }

            if (missing.Count > 0)
                await localization.AddOrUpdateLocaleResourceAsync(missing);
        }
#pragma warning disable CA1031 // The edge of an update, which runs at the start of the store.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            LogTrouble(problem);
        }
    }

    [LoggerMessage(5030, LogLevel.Error, "The texts of the new version could not be added; some of its pages show their keys instead. Reinstalling the plugin adds them")]
    private partial void LogTrouble(Exception problem);
}
