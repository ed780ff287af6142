using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Nop.Plugin.Misc.CustomerRadar.Logging;

/// <summary>
/// Carries our warnings and errors into the store's own log (System > Log), which has no bridge from <c>ILogger&lt;T&gt;</c>. Written in the
/// background, at most <see cref="PerMinute"/> a minute, the rest counted: a log is for reading.
/// </summary>
[ProviderAlias("CustomerRadarStoreLog")]
public sealed class StoreLogProvider : ILoggerProvider, IAsyncDisposable
{
    /// <summary>The most entries written in a minute.</summary>
    public const int PerMinute = 20;

    private const int Waiting = 200;

    private readonly Channel<StoreLogEntry> _entries =
        Channel.CreateBounded<StoreLogEntry>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly IServiceScopeFactory _scopes;
    private readonly RateGate _rate;
    private readonly Task _writing;

    /// <summary>Starts the writer.</summary>
    public StoreLogProvider(IServiceScopeFactory scopes, TimeProvider time)
    {
        _scopes = scopes;
        _rate = new RateGate(PerMinute, time);
        _writing = Task.Run(WriteAsync);
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("CustomerRadar.", StringComparison.Ordinal)
        || categoryName.StartsWith("Nop.Plugin.Misc.CustomerRadar.", StringComparison.Ordinal)
            ? new StoreLogger(Take)
            : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    /// <inheritdoc/>
    public void Dispose() => _entries.Writer.TryComplete();

    /// <summary>Writes what is waiting, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _writing;
    }

    private void Take(StoreLogEntry entry)
    {
        if (_rate.TryPass(out var dropped))
            _entries.Writer.TryWrite(dropped == 0 ? entry : entry with { Text = $"{entry.Text} ({dropped} more messages were left out before this one)" });
    }

    private async Task WriteAsync()
    {
        await foreach (var entry in _entries.Reader.ReadAllAsync())
        {
            try
            {
                await using var scope = _scopes.CreateAsyncScope();
                var log = scope.ServiceProvider.GetRequiredService<Nop.Services.Logging.ILogger>();
                await log.InsertLogAsync(entry.Level, entry.Text, entry.Details);
            }
#pragma warning disable CA1031 // Where the log itself is away there is nowhere left to say so but the console.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                await Console.Error.WriteLineAsync($"Customer Radar could not write to the store's log: {problem.Message} The entry: {entry.Text}");
            }
        }
    }
}
