using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Nop.Plugin.Misc.CustomerRadar.Hosting;

/// <summary>The libraries could not be opened (a file is missing, a database that they do not know): the store works on without us, and its log says why.</summary>
internal sealed partial class StartTrouble(Exception problem, ILogger<StartTrouble> log) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        LogTrouble(problem, problem.Message);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(5020, LogLevel.Error, "The plugin cannot work in this store, and does nothing: {Why}")]
    private partial void LogTrouble(Exception problem, string why);
}
