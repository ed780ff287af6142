using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Nop.Plugin.Misc.CustomerRadar.Places;
using Nop.Services.Plugins;

namespace Nop.Plugin.Misc.CustomerRadar.Hosting;

/// <summary>
/// Brings the plugin to life after the store's own start (and after <c>InstallAsync</c>), keeps the rule book fresh and looks whether this is
/// still the shop. It never throws into the host: an exception in a hosted service ends the store. What fails is logged and tried again.
/// </summary>
public sealed partial class PluginHost(
    PluginGate gate,
    ISchema schema,
    IRuleBooks books,
    IJobServer jobs,
    ShopPlace place,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<PluginHost> log) : BackgroundService
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);
    private const int MostKept = 20;

    private bool _started;
    private readonly Dictionary<string, long> _reported = [];

    /// <summary>Opens before the store takes its first request, so that no order is missed; a trouble does not hold the store up.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await StepAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await jobs.StopAsync(StopPatience, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested && !gate.IsClosedForGood)
        {
            await Task.Delay(gate.IsOpen ? Refresh : TryAgain, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await StepAsync(stoppingToken);
        }
    }

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        if (gate.IsOpen)
            await TryAsync(async () => await books.ReadAsync(cancellationToken), cancellationToken);
        else
            await TryAsync(() => OpenAsync(cancellationToken), cancellationToken);
        if (gate.IsOpen)
            await TryAsync(() => WorkAsync(cancellationToken), cancellationToken);
    }

    private async Task TryAsync(Func<Task> step, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested || gate.IsClosedForGood)
            return;

        try
        {
            await step();
        }
#pragma warning disable CA1031 // The edge of a background service: an exception would end the store.
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Report(problem);
        }
    }

    // Every half minute anew it would bury the rest of the store's log.
    private void Report(Exception problem)
    {
        if (_reported.TryGetValue(problem.Message, out var at) && time.GetElapsedTime(at) < Quiet)
            return;
        if (_reported.Count > MostKept)
            _reported.Clear();
        _reported[problem.Message] = time.GetTimestamp();
        LogTrouble(problem, TryAgain.TotalSeconds);
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (!await IsInstalledAsync())
            return;
        await schema.EnsureAsync(cancellationToken);
        await books.ReadAsync(cancellationToken);
        gate.Open();
    }

    // Nothing is sent before it is known whether this is the shop. Rows are written meanwhile: the gate is open.
    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        await place.CheckAsync(cancellationToken);
        if (_started)
            return;
        await jobs.StartAsync(cancellationToken);
        _started = true;
    }

    // The store loads a plugin's code before it is installed, and goes on running it after it was uninstalled.
    private async Task<bool> IsInstalledAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var plugins = scope.ServiceProvider.GetRequiredService<IPluginService>();
        return await plugins.GetPluginDescriptorBySystemNameAsync<IPlugin>(CustomerRadarDefaults.SystemName) is not null;
    }

    [LoggerMessage(5010, LogLevel.Error, "The plugin cannot work at the moment; trying again every {Seconds} s, and saying so once an hour. Orders are not affected")]
    private partial void LogTrouble(Exception problem, double seconds);
}
