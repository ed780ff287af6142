using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nop.Plugin.Misc.CustomerRadar.Alerts;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Plugin.Misc.CustomerRadar.Infrastructure;
using Nop.Services.Events;
using Nop.Services.Localization;
using Nop.Services.Plugins;
using Nop.Web.Areas.Admin.Models.Common;

namespace Nop.Plugin.Misc.CustomerRadar.Consumers;

/// <summary>Adds what is wrong to System > Warnings: the open alerts, or that the plugin does not work at all. It ends after <see cref="Patience"/>, and never throws.</summary>
public sealed partial class SystemWarningConsumer(PluginGate gate, IServiceProvider services, TimeProvider time, ILogger<SystemWarningConsumer> log)
    : IConsumer<SystemWarningCreatedEvent>
{
    /// <summary>How long the admin's page may wait for the alerts.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const string Unreadable = CustomerRadarDefaults.LocalePrefix + "Alerts.Unreadable";

    /// <inheritdoc/>
    public async Task HandleEventAsync(SystemWarningCreatedEvent eventMessage)
    {
        try
        {
            // The store loads a plugin's code before it is installed, and goes on running it after it was uninstalled.
            if (gate.IsClosedForGood || await services.GetRequiredService<IPluginService>().GetPluginDescriptorBySystemNameAsync<IPlugin>(CustomerRadarDefaults.SystemName) is null)
                return;

            foreach (var warning in gate.IsOpen ? await AlertsAsync() : [await NotWorkingAsync()])
                eventMessage.SystemWarnings.Add(warning);
        }
#pragma warning disable CA1031 // The edge of a consumer: the admin's page shows the other warnings all the same.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            LogTrouble(problem);
            eventMessage.SystemWarnings.Add(Warning(SystemWarningLevel.Warning, PluginTexts.English[Unreadable]));
        }
    }

    private async Task<IReadOnlyList<SystemWarningModel>> AlertsAsync()
    {
        using var patience = new CancellationTokenSource(Patience, time);
        var open = await services.GetRequiredService<OpenAlerts>().ReadAsync(patience.Token).WaitAsync(Patience, time);
        return [.. open.Select(alert => Warning(alert.StopsSending ? SystemWarningLevel.Fail : SystemWarningLevel.Warning, $"Customer Radar: {alert.Message} {alert.Advice} ({alert.Since})"))];
    }

    private async Task<SystemWarningModel> NotWorkingAsync() => Warning(
        SystemWarningLevel.Fail,
        $"Customer Radar: {await services.GetRequiredService<ILocalizationService>().GetResourceAsync(CustomerRadarDefaults.LocalePrefix + "NotWorking")}");

    private static SystemWarningModel Warning(SystemWarningLevel level, string text) => new() { Level = level, Text = text };

    [LoggerMessage(5040, LogLevel.Warning, "The open alerts could not be read for System > Warnings")]
    private partial void LogTrouble(Exception problem);
}
